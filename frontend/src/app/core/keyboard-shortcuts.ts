import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { StoredSetting } from './stored-setting';

/** One key, listed under `?`. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has it, letters in lower case: 'c', '/', '?', 'Escape'. */
  key: string;
  /** What it does, in the imperative: "Write a new ticket". */
  label: string;
  /** Where it stands in the list. */
  group: ShortcutGroup;
  /** Left out for a key that something else handles and that is only listed here. */
  run?: () => void;
  /** What is printed on the caps, when it is not the key itself: ['Ctrl', 'Enter']. */
  caps?: readonly string[];
}

export type ShortcutGroup = 'Everywhere' | 'Ticket list' | 'Ticket' | 'New ticket';

/** Where keys belong to the one who types or chooses. */
const OCCUPIED =
  'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"]';

/**
 * Single keys that features register. They rest while a field has the focus or a dialog or menu is open, and a
 * person can turn them off. The latest registration of a key wins; when it goes, the earlier one is back.
 */
@Injectable({ providedIn: 'root' })
export class KeyboardShortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly stored = new StoredSetting('desk.keys');
  private readonly registered = signal<readonly Shortcut[]>([]);
  private readonly on = signal(this.stored.read() !== 'off');

  readonly enabled = this.on.asReadonly();
  /** What `?` lists: of each key in each group the latest registration. */
  readonly listed = computed(() => [
    ...new Map(this.registered().map((shortcut) => [`${shortcut.group} ${shortcut.key}`, shortcut])).values(),
  ]);

  constructor() {
    const handle = (event: KeyboardEvent) => this.handle(event);
    this.document.addEventListener('keydown', handle);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', handle));
  }

  /**
   * Registers keys until the returned function is called. With `until` they go by themselves:
   * `shortcuts.register([…], inject(DestroyRef))`.
   */
  register(shortcuts: readonly Shortcut[], until?: DestroyRef): () => void {
    this.registered.update((all) => [...all, ...shortcuts]);
    const remove = () => this.registered.update((all) => all.filter((one) => !shortcuts.includes(one)));
    until?.onDestroy(remove);
    return remove;
  }

  enable(enabled: boolean): void {
    this.on.set(enabled);
    this.stored.write(enabled ? null : 'off');
  }

  private handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const character = event.key.length === 1;
    if (character && !this.on()) return;
    const key = character ? event.key.toLowerCase() : event.key;
    const shortcut = this.registered().findLast((one) => one.key === key && one.run);
    if (!shortcut || this.occupied(event.target)) return;
    event.preventDefault();
    shortcut.run?.();
  }

  private occupied(target: EventTarget | null): boolean {
    if (target instanceof Element && target.closest(OCCUPIED)) return true;
    return this.document.querySelector('.cdk-overlay-container :is([role="dialog"], [role="menu"])') !== null;
  }
}
