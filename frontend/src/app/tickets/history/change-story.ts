import type { Priority, Status, TicketEvent, TicketEventChange } from '../../api/model';
import { type Authored, withinSentence } from '../../ui/author';
import { isolated } from '../../ui/isolated';
import { type ValueOption, categoryOption, priorityOption, statusOption } from '../../ui/vocabulary';
import type { Names } from '../ticket-names';

/** A piece of a sentence; names are strong. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
}

/** What a person did, one story for each, as it follows their name: "started work", "assigned Jonas Weber". */
export function changeStories(
  changes: readonly TicketEventChange[],
  by: Authored,
  names: Names,
): readonly (readonly Piece[])[] {
  const { actor } = by;
  const of = (...fields: TicketEventChange['field'][]) => changes.filter(({ field }) => fields.includes(field));
  if (by.via === 'system' && of('triage').some(({ to }) => to === null)) return [sortedByItself(of('category'), names)];
  return [
    ...fieldsStory('changed', of('category', 'priority')),
    ...of('assignee').map(({ from, to }) => assigneeStory(from as number | null, to as number | null, actor, names)),
    ...of('status')
      // A duplicate is closed by being called one.
      .filter(() => !of('duplicate_of').some(({ to }) => to !== null))
      .map(({ from, to }) => [{ text: statusStory(from as Status, to as Status) }]),
    ...of('duplicate_of').map(({ from, to }) => [{ text: duplicateStory(from as number | null, to as number | null) }]),
    ...of('triage')
      .filter(({ to }) => to !== null || changes.length === 1)
      .map(({ to }) => [{ text: to === null ? 'sorted the ticket as it is' : 'put the ticket among those to sort' }]),
    ...of('requester').map(({ to }) => [{ text: to === null ? 'took the requester away' : 'named another requester' }]),
    ...of('followers').map(followerStory),
    ...fieldsStory('edited', of('title', 'description')),
  ];
}

/** What an admin allowed the desk for a category: "set the category to Billing by itself". */
function sortedByItself([category]: readonly TicketEventChange[], names: Names): readonly Piece[] {
  if (typeof category?.to !== 'string') return [{ text: 'sorted the ticket as it is, by itself' }];
  return [
    { text: 'set the category to ' },
    { text: names.category(category.to), strong: true },
    { text: ' by itself' },
  ];
}

/** "changed the category and the priority"; nothing without a field. */
export function fieldsStory(did: string, changes: readonly TicketEventChange[]): readonly (readonly Piece[])[] {
  if (changes.length === 0) return [];
  return [[{ text: `${did} ${changes.map(({ field }) => `the ${field}`).join(' and ')}` }]];
}

/** By what it was done, when not by hand: " with the token CI bot", " in a bulk change". */
export function meansStory({ token_name, bulk_run_id }: TicketEvent): Piece[] {
  return [
    ...(token_name === null ? [] : [{ text: ' with the token ' }, { text: token_name, strong: true }]),
    ...(bulk_run_id === null ? [] : [{ text: ' in a bulk change' }]),
  ];
}

/** A value of the vocabulary, ready to be shown; null for a field that has none. */
export function valueShown(field: TicketEventChange['field'], value: unknown, names: Names): ValueOption | null {
  if (typeof value !== 'string') return null;
  if (field === 'status') return statusOption(value as Status);
  if (field === 'priority') return priorityOption(value as Priority);
  return field === 'category' ? categoryOption({ key: value, label: names.category(value) }) : null;
}

function followerStory({ to, contact }: TicketEventChange): readonly Piece[] {
  const [before, behind] = to === null ? ['took the follower ', ' away'] : ['added the follower ', ''];
  return [{ text: before }, { text: isolated(contact?.name ?? ''), strong: true }, { text: behind }];
}

function duplicateStory(from: number | null, to: number | null): string {
  return to === null ? `no longer called it a duplicate of #${from}` : `closed the ticket as a duplicate of #${to}`;
}

function statusStory(from: Status, to: Status): string {
  const begun = from === 'open';
  switch (to) {
    case 'open':
      return from === 'in_progress' ? 'stopped work' : 'reopened the ticket';
    case 'in_progress':
      return begun ? 'started work' : 'started work again';
    case 'resolved':
      return 'resolved the ticket';
    case 'closed':
      return 'closed the ticket';
  }
}

function assigneeStory(from: number | null, to: number | null, actor: number | null, names: Names): Piece[] {
  const name = (id: number): Piece => ({ text: withinSentence(names.person(id)), strong: true });
  if (to === null) {
    return from === null || from === actor ? [{ text: 'gave the ticket back' }] : [{ text: 'unassigned ' }, name(from)];
  }
  if (to === actor) return [{ text: 'took the ticket' }, ...(from === null ? [] : [{ text: ' from ' }, name(from)])];
  if (from !== null && from === actor) return [{ text: 'passed the ticket to ' }, name(to)];
  return [{ text: 'assigned ' }, name(to), ...(from === null ? [] : [{ text: ' in place of ' }, name(from)])];
}
