import type { SuggestedBy } from '../../../suggestions/domain/suggestion.ts';

/** When one who suggests did so within one part of a period; the parts are numbered in their order. */
export interface Spell extends SuggestedBy {
  readonly place: number;
  readonly first: Date;
  readonly last: Date;
}

/** The moment from which on a source suggested with another model or version than before. */
export interface ModelChange extends SuggestedBy {
  readonly at: Date;
  readonly place: number;
}

/**
 * Every change of model or version within a period, in the order of time. Each source is followed by itself: one that
 * stands in for another now and then is no change, its first time is. What a period begins with is none either. A model
 * that comes back within one part is told once the part is over, by who was the last in it.
 */
export function modelChanges(spells: readonly Spell[]): ModelChange[] {
  const inOrder = spells.toSorted((one, other) => one.first.getTime() - other.first.getTime());
  const current = new Map<string, Spell>();
  const changes: ModelChange[] = [];
  for (const place of new Set(inOrder.map((spell) => spell.place))) {
    const here = inOrder.filter((spell) => spell.place === place);
    for (const spell of here) {
      const before = current.get(spell.source);
      const isBeginning = before === undefined && current.size === 0;
      if (!isBeginning && nameOf(before) !== nameOf(spell)) changes.push(changeTo(spell, spell.first));
      current.set(spell.source, spell);
    }
    for (const [source, spell] of current) {
      const last = here
        .filter((one) => one.source === source)
        .toSorted(byEnd)
        .at(-1);
      if (!last || nameOf(last) === nameOf(spell)) continue;
      changes.push(changeTo(last, spell.last));
      current.set(source, last);
    }
  }
  return changes.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function byEnd(one: Spell, other: Spell): number {
  return one.last.getTime() - other.last.getTime();
}

function changeTo({ source, model, version, place }: Spell, at: Date): ModelChange {
  return { source, model, version, place, at };
}

function nameOf(spell: Spell | undefined): string {
  return JSON.stringify([spell?.model, spell?.version]);
}
