import { type Signal, computed, linkedSignal, signal } from '@angular/core';
import { counted } from '../../ui/count-words';

/** When rows stay where they are, and which of them a person has taken away. */
interface Steadiness<Key> {
  /** Rows are pointed at, or worked on by keyboard. */
  readonly used: Signal<boolean>;
  /** What this person has taken away goes at once. */
  readonly taken?: Signal<ReadonlySet<Key>>;
}

/**
 * The rows of a list that comes whole and that others change: while they are used each stays where it is and changes there,
 * those that left stay as they were, and those that came wait. Make it in an injection context.
 */
export class SteadyRows<Item, Key> {
  private readonly turn = signal(0);
  private readonly gone: Signal<number>;
  private readonly added: Signal<number>;

  readonly rows: Signal<readonly Item[]>;
  /** "2 new, 1 gone"; '' while all stands as the desk has it. */
  readonly words = computed(() => {
    const [added, gone] = [this.added(), this.gone()];
    return [added > 0 && counted(added, 'new', 'new'), gone > 0 && counted(gone, 'gone', 'gone')]
      .filter((words) => words !== false)
      .join(', ');
  });

  constructor(
    private readonly now: Signal<readonly Item[]>,
    private readonly keyOf: (item: Item) => Key,
    { used, taken = signal(new Set()) }: Steadiness<Key>,
  ) {
    const current = computed(() => now().filter((item) => !taken().has(keyOf(item))));
    const held = linkedSignal<{ now: readonly Item[]; used: boolean; turn: number }, readonly Item[]>({
      source: () => ({ now: now(), used: used(), turn: this.turn() }),
      computation: (source, before) => {
        const moves = !source.used || !before?.value.length || before.source.turn !== source.turn;
        return moves ? source.now : this.inPlaces(before.value, source.now);
      },
    });
    this.rows = computed(() => held().filter((item) => !taken().has(keyOf(item))));
    this.gone = computed(() => this.rows().filter((item) => !this.keys(current()).has(keyOf(item))).length);
    this.added = computed(() => current().filter((item) => !this.keys(this.rows()).has(keyOf(item))).length);
  }

  /** Whether it would not be there any more. Reads a signal. */
  isGone(item: Item): boolean {
    return !this.keys(this.now()).has(this.keyOf(item));
  }

  /** As the desk has it, now. */
  show(): void {
    this.turn.update((turn) => turn + 1);
  }

  private inPlaces(before: readonly Item[], now: readonly Item[]): readonly Item[] {
    const known = new Map(now.map((item) => [this.keyOf(item), item]));
    return before.map((item) => known.get(this.keyOf(item)) ?? item);
  }

  private keys(items: readonly Item[]): ReadonlySet<Key> {
    return new Set(items.map((item) => this.keyOf(item)));
  }
}
