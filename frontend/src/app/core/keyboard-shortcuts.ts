import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { isComposing } from '../ui/composing';
import { KeyTurns } from './key-turns';
import { isModifier } from './modifier-keys';
import { StoredSetting } from './stored-setting';

/** One key, or several one after the other, listed under `?`. */
export interface Shortcut {
  /**
   * As `KeyboardEvent.key` has it, letters in lower case: 'c', '/', '?', 'Escape'. With spaces between them the keys of a
   * sequence: 'g d' is G, then D.
   */
  key: string;
  /** What it does, in the imperative: "Write a new ticket". */
  label: string;
  /** The same in a word, where there is no room for more. */
  short?: string;
  /** Where it stands in the list. */
  group: ShortcutGroup;
  /** Left out for a key that something else handles and that is only listed here. */
  run?: () => void;
  /** What is printed on the caps, when it is not the key itself: ['Ctrl', 'Enter']. */
  caps?: readonly string[];
  /** Held down it goes on; other keys do what they do once. */
  repeats?: boolean;
  /** False keeps it out of the list: keys that are only kept for later. */
  listed?: boolean;
}

export type ShortcutGroup =
  'Everywhere' | 'Go to' | 'Ticket list' | 'Ticket' | 'Triage' | 'Filed wrongly' | 'New ticket';

/** Where keys belong to the one who types or chooses. */
const OVERLAYS = '[role="menu"], [role="dialog"], [role="alertdialog"]';
const OCCUPIED = `input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"], ${OVERLAYS}`;
/** A dialog that is closed and only fades from sight: it has no more say. */
const FADING = '[inert]';
const OPEN = `.cdk-overlay-container :is(${OVERLAYS}):not(${FADING})`;

/**
 * Single keys and sequences of them that features register. They rest while a field has the focus or a dialog or menu
 * is open, and a person can turn them off. The latest registration of a key wins; when it goes, the earlier one is
 * back. A sequence waits for its next key as long as it takes; Esc, the mouse, or a field that takes the focus end it,
 * and a key that does not continue it does what it does alone.
 */
@Injectable({ providedIn: 'root' })
export class KeyboardShortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly stored = new StoredSetting('desk.keys');
  private readonly registered = signal<readonly Shortcut[]>([]);
  private readonly on = signal(this.stored.read() !== 'off');
  /** The keys of a sequence that has begun, as `Shortcut.key` writes them; '' while there is none. */
  private readonly begun = signal('');

  readonly enabled = this.on.asReadonly();
  /** What `?` lists: of each key in each group the latest registration. */
  readonly listed = computed(() => [
    ...new Map(
      this.registered()
        .filter(({ listed }) => listed !== false)
        .map((shortcut) => [`${shortcut.group} ${shortcut.key}`, shortcut]),
    ).values(),
  ]);

  /** What can go on with the sequence that has begun; null while there is none. */
  readonly following = computed(() => {
    const begun = this.begun();
    const next = this.listed().filter(({ key }) => key.startsWith(`${begun} `));
    return begun === '' || next.length === 0 ? null : { begun, next };
  });

  constructor() {
    // Every key that arrives here has waited for its turn.
    inject(KeyTurns);
    const handle = (event: KeyboardEvent) => this.handle(event);
    const forget = () => this.begun.set('');
    const leave = ({ target }: FocusEvent) => this.occupied(target) && forget();
    this.document.addEventListener('keydown', handle);
    this.document.addEventListener('pointerdown', forget);
    this.document.addEventListener('focusin', leave);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('keydown', handle);
      this.document.removeEventListener('pointerdown', forget);
      this.document.removeEventListener('focusin', leave);
    });
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
    if (isModifier(event)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.repeat && !this.registered().some((one) => one.key === key && one.repeats)) return;
    const begun = this.begun();
    this.begun.set('');
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((key.length === 1 && !this.on()) || this.occupied(event.target)) return;
    const taken =
      (begun !== '' && this.take(`${begun} ${key}`)) || (begun !== '' && key === 'Escape') || this.take(key);
    if (taken) event.preventDefault();
  }

  /** Does what these keys do, or waits for the rest of a sequence; false when they are nobody's. */
  private take(keys: string): boolean {
    const shortcut = this.registered().findLast((one) => one.key === keys && one.run);
    if (shortcut) shortcut.run?.();
    else if (this.registered().some((one) => one.key.startsWith(`${keys} `))) this.begun.set(keys);
    else return false;
    return true;
  }

  private occupied(target: EventTarget | null): boolean {
    const owner = target instanceof Element ? target.closest(OCCUPIED) : null;
    return (owner !== null && !owner.matches(FADING)) || this.document.querySelector(OPEN) !== null;
  }
}
