import { ApplicationRef, DestroyRef, type Signal, inject, linkedSignal } from '@angular/core';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import { type TextDraft, TextDrafts } from '../editing/text-drafts';

/** Where the texts are corrected. */
interface Editor {
  focus(): void;
}

/**
 * Whether the texts of an open ticket are being corrected, from the start when that was begun before: by the button, by E,
 * until it is saved or discarded, which can be taken back. Make it in an injection context.
 */
export class CorrectionMode {
  private readonly app = inject(ApplicationRef);
  private readonly drafts = inject(TextDrafts);
  private readonly notifications = inject(Notifications);
  private readonly undo = inject(Undo);

  private readonly now = linkedSignal(() => {
    const id = this.id();
    return id !== undefined && this.drafts.read(id) !== null;
  });
  readonly on = this.now.asReadonly();

  constructor(
    private readonly id: Signal<number | undefined>,
    private readonly known: () => boolean,
    private readonly editor: Signal<Editor | undefined>,
  ) {
    const run = () => this.begin();
    inject(KeyboardShortcuts).register(
      [{ key: 'e', label: 'Correct title and description', group: 'Ticket', run }],
      inject(DestroyRef),
    );
  }

  /** At once, so that the next key that is pressed is typed into it. */
  begin(): void {
    if (!this.known()) return;
    this.now.set(true);
    this.app.tick();
    this.editor()?.focus();
  }

  end(discarded: TextDraft | null): void {
    this.now.set(false);
    const id = this.id();
    if (!discarded || id === undefined) return;
    const step = {
      takeBack: () => {
        this.drafts.write(id, discarded);
        if (this.id() === id) this.begin();
      },
    };
    this.undo.add(step);
    const run = () => this.undo.take(step);
    this.notifications.show(`The correction of #${id} was discarded`, { label: 'Bring back', key: 'z', run });
  }
}
