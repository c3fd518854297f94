import { type Signal, computed, linkedSignal, signal } from '@angular/core';
import { counted } from '../../ui/count-words';
import type { InUse } from './in-use';

/** When rows stay where they are, and which of them a person has taken away. */
interface Steadiness<Key> {
  /** The list, which is used while it is pointed at or worked on by keyboard. Left out, rows never move by themselves. */
  readonly list?: Signal<Pick<InUse, 'used'> | undefined>;
  /** What this person has taken away goes at once. */
  readonly taken?: Signal<ReadonlySet<Key>>;
}

const ALWAYS_USED = signal({ used: signal(true) });

/** What decides which rows are held. */
interface Source<Item, Key> {
  readonly now: readonly Item[];
  readonly used: boolean;
  readonly taken: ReadonlySet<Key>;
  readonly brought: ReadonlySet<Key>;
  readonly turn: number;
}

/**
 * The rows of a list that comes whole and that others change: while they are used each stays where it is and changes there,
 * those that left stay as they were, and those that came wait. Make it in an injection context.
 */
export class SteadyRows<Item, Key> {
  private readonly turn = signal(0);
  private readonly brought = signal<ReadonlySet<Key>>(new Set());
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
    { list = ALWAYS_USED, taken = signal(new Set()) }: Steadiness<Key>,
  ) {
    const current = computed(() => this.without(taken(), now()));
    const held = linkedSignal<Source<Item, Key>, readonly Item[]>({
      source: () => ({
        now: now(),
        used: list()?.used() ?? false,
        taken: taken(),
        brought: this.brought(),
        turn: this.turn(),
      }),
      computation: (source, before) =>
        before?.source.turn === source.turn && this.isSteady(source, before.value)
          ? this.inPlaces(before.value, source.now)
          : source.now,
    });
    this.rows = computed(() => this.without(taken(), held()));
    this.gone = computed(() => this.without(this.keys(current()), this.rows()).length);
    this.added = computed(() => this.without(this.keys(this.rows()), current()).length);
  }

  /** Whether it would not be there any more. Reads a signal. */
  isGone(item: Item): boolean {
    return !this.keys(this.now()).has(this.keyOf(item));
  }

  /** As the desk has it, now. */
  show(): void {
    this.turn.update((turn) => turn + 1);
  }

  /** What this person made or put back does not wait: it is shown as soon as it comes. */
  bring(key: Key): void {
    this.brought.update((all) => new Set([...all, key]));
  }

  /** There is something in sight that is used, and nothing to come that this person brings. */
  private isSteady({ now, used, taken, brought }: Source<Item, Key>, held: readonly Item[]): boolean {
    const waiting = this.without(taken, this.without(this.keys(held), now));
    return used && this.without(taken, held).length > 0 && !waiting.some((item) => brought.has(this.keyOf(item)));
  }

  private inPlaces(before: readonly Item[], now: readonly Item[]): readonly Item[] {
    const known = new Map(now.map((item) => [this.keyOf(item), item]));
    return before.map((item) => known.get(this.keyOf(item)) ?? item);
  }

  private without(keys: ReadonlySet<Key>, items: readonly Item[]): readonly Item[] {
    return items.filter((item) => !keys.has(this.keyOf(item)));
  }

  private keys(items: readonly Item[]): ReadonlySet<Key> {
    return new Set(items.map((item) => this.keyOf(item)));
  }
}
