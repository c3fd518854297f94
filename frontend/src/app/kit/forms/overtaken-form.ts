import { type Signal, type WritableSignal, signal } from '@angular/core';
import { type Settlement, type Standing, standing } from './overtaken';

/** One field that someone else gave another value meanwhile than the person here. */
export interface FieldConflict<Field extends string> {
  readonly field: Field;
  readonly theirs: string;
}

/** What an edited thing and its form have to do with each other. `Texts` are the fields by name; each holds a text. */
export interface Edited<Thing, Texts> {
  /** What the fields hold of a thing. */
  readonly textsOf: (thing: Thing) => Texts;
  /** What would be kept of what was typed, over the thing as it was seen. */
  readonly typed: (seen: Thing) => Texts;
  /** Puts a value in a field. */
  readonly put: (field: keyof Texts & string, value: string) => void;
}

/**
 * A form over something with versions that others may change meanwhile. What only they changed is followed; where both did,
 * what was typed stays, theirs is told, and the person decides.
 */
export class OvertakenForm<Thing extends { readonly version: number }, Texts extends Record<keyof Texts, string>> {
  private readonly last: WritableSignal<Thing>;
  private readonly open = signal<readonly FieldConflict<keyof Texts & string>[] | null>(null);

  /** The thing as the person here knows it by now. */
  readonly seen: Signal<Thing>;
  /** What someone else chose meanwhile; null while nobody was faster. */
  readonly conflicts = this.open.asReadonly();

  constructor(
    seen: Thing,
    private readonly edited: Edited<Thing, Texts>,
  ) {
    this.last = signal(seen);
    this.seen = this.last.asReadonly();
  }

  /** Only what the person here changed. */
  changes(): Partial<Texts> {
    const seen = this.last();
    const [typed, before] = [this.edited.typed(seen), this.edited.textsOf(seen)];
    const changed = fieldsOf(before).filter((field) => typed[field] !== before[field]);
    return Object.fromEntries(changed.map((field) => [field, typed[field]])) as Partial<Texts>;
  }

  get isSaved(): boolean {
    return Object.keys(this.changes()).length === 0;
  }

  /**
   * When someone else changed other fields both changes can stand; otherwise the person decides. `sent` is what the refused
   * change was sent against: what came since may have been followed already.
   */
  settle(now: Thing, sent: Thing): Settlement {
    // A read may be behind what was told. Versions tell one thing from another, not always which is newer.
    const newest = now.version === sent.version ? this.last() : now;
    const conflicts = this.take(newest, sent);
    if (conflicts.length === 0 && newest.version !== sent.version) return this.isSaved ? 'done' : 'save';
    this.tell(conflicts);
    return 'leave';
  }

  /** What somebody else does is told at once, and not only when it is saved. */
  follow(now: Thing): void {
    const conflicts = this.take(now, this.last());
    if (this.open() || conflicts.length > 0) this.tell(conflicts);
  }

  takeTheirs({ field, theirs }: FieldConflict<keyof Texts & string>): void {
    this.edited.put(field, theirs);
    this.open.update((all) => all?.filter((one) => one.field !== field) ?? null);
  }

  /** Gives what both changed to something different since then. */
  private take(now: Thing, since: Thing): readonly FieldConflict<keyof Texts & string>[] {
    const [mine, was, theirs] = [this.edited.typed(since), this.edited.textsOf(since), this.edited.textsOf(now)];
    const those = (which: Standing) =>
      fieldsOf(theirs)
        .filter((field) => standing(mine[field], was[field], theirs[field]) === which)
        .map((field) => ({ field, theirs: theirs[field] }));
    const taken = those('theirs');
    const conflicts = those('conflict');
    for (const { field, theirs: value } of taken) this.edited.put(field, value);
    this.last.set(now);
    return conflicts;
  }

  /** Those that were not decided yet stay open. */
  private tell(conflicts: readonly FieldConflict<keyof Texts & string>[]): void {
    const seen = this.last();
    const [typed, theirs] = [this.edited.typed(seen), this.edited.textsOf(seen)];
    const still = (this.open() ?? []).filter(
      ({ field }) => typed[field] !== theirs[field] && !conflicts.some((one) => one.field === field),
    );
    this.open.set([...still.map(({ field }) => ({ field, theirs: theirs[field] })), ...conflicts]);
  }
}

function fieldsOf<Texts extends object>(texts: Texts): (keyof Texts & string)[] {
  return Object.keys(texts) as (keyof Texts & string)[];
}
