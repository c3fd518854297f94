import type { TicketEvent, TicketEventChange } from '../../api/model';
import type { Origin } from '../../ui/token';
import { authorIcon, authorName } from '../../ui/author';
import type { ValueOption } from '../../ui/vocabulary';
import type { Names } from '../ticket-names';
import { type Piece, changeStories, fieldsStory, meansStory, valueShown } from './change-story';
import { moments } from './moments';

/** A value in a frame that says who it comes from. */
export interface TimelineToken {
  readonly option: ValueOption;
  readonly origin: Origin;
  /** A proposal that was not taken. */
  readonly out?: boolean;
  /** Of a proposal. */
  readonly confidence?: number | null;
}

/** Values side by side, or what was before and what came after. */
export interface TimelineRow {
  readonly tokens: readonly TimelineToken[];
  readonly arrow: boolean;
}

/** Who, what, when. */
export interface TimelineEntry {
  readonly key: string;
  /** What the ticket was after it; the first of several that read as one. */
  readonly version: number;
  /** An ISO time. */
  readonly at: string;
  /** The desk when it proposes, the desk when it acts, one whom nobody knows, or a person. */
  readonly by: 'proposal' | 'desk' | 'someone' | number;
  readonly name: string;
  /** In place of a face. */
  readonly icon: string;
  readonly words: readonly Piece[];
  readonly rows: readonly TimelineRow[];
  /** An edited title, before and after. */
  readonly title: { readonly from: string; readonly to: string } | null;
}

type Field = TicketEventChange['field'];

/** The events of a ticket as its page tells them: what the desk proposed, then what people did. */
export function timeline(events: readonly TicketEvent[], names: Names): readonly TimelineEntry[] {
  const proposed = new Map<Field, string>();
  /** The fields that have the value the desk proposed. */
  const standing = new Set<Field>();
  return moments(events).flatMap((event) => {
    const before = new Set(standing);
    for (const { field, to, suggested } of event.changes) {
      if (suggested) proposed.set(field, suggested.value);
      if (proposed.has(field) && proposed.get(field) === to) standing.add(field);
      else standing.delete(field);
    }
    return event.kind === 'created' ? createdEntries(event, names) : [laterEntry(event, before, names)];
  });
}

function createdEntries(event: TicketEvent, names: Names): TimelineEntry[] {
  const proposals = event.changes.filter(({ suggested }) => suggested !== null);
  const kept = proposals.filter(({ to, suggested }) => to === suggested?.value);
  const overridden = proposals.filter(({ to, suggested }) => to !== suggested?.value);
  const waits = event.changes.some(({ field, to }) => field === 'triage' && to !== null);
  const assigned = event.changes.filter(({ field, to }) => field === 'assignee' && to !== null);
  const entry = entryOf(
    event,
    [
      ...(proposals.length === 0
        ? [[{ text: waits ? 'created the ticket, to be sorted' : 'created the ticket' }]]
        : []),
      ...fieldsStory('changed', overridden),
      ...fieldsStory('kept', kept),
      ...changeStories(assigned, event, names),
    ],
    names,
  );
  const rows = overridden.flatMap((change) =>
    row(
      [
        token(change.field, change.suggested?.value, { origin: 'desk', out: true }, names),
        token(change.field, change.to, { origin: decider(event) }, names),
      ],
      true,
    ),
  );
  if (proposals.length === 0) return [entry];
  const tokens = proposals.map(({ field, suggested }) =>
    token(field, suggested?.value, { origin: 'desk', confidence: suggested?.confidence ?? null }, names),
  );
  const proposal: TimelineEntry = {
    ...entry,
    key: `${event.id} proposal`,
    by: 'proposal',
    name: 'The desk',
    icon: 'wand_stars',
    words: [{ text: 'suggested' }],
    rows: row(tokens, false),
  };
  return [proposal, { ...entry, rows }];
}

function laterEntry(event: TicketEvent, standing: ReadonlySet<Field>, names: Names): TimelineEntry {
  if (event.kind === 'deleted') return entryOf(event, [[{ text: 'deleted the ticket' }]], names);
  if (event.kind === 'restored') return entryOf(event, [[{ text: 'restored the ticket' }]], names);
  if (event.kind === 'redacted') return entryOf(event, [[{ text: 'removed words for good' }]], names);
  if (event.kind === 'message') return entryOf(event, [[{ text: 'went on with the conversation' }]], names);
  const rows = event.changes.flatMap(({ field, from, to }) => {
    const decided = field === 'category' || field === 'priority';
    const old = standing.has(field) ? { origin: 'desk' as const, out: true } : { origin: 'default' as const };
    const now = { origin: decided ? decider(event) : ('default' as const) };
    return row([token(field, from, old, names), token(field, to, now, names)], true);
  });
  // Words that were removed for good have been taken from the history.
  const title = event.changes.find(({ field, to }) => field === 'title' && to !== null);
  return {
    ...entryOf(event, changeStories(event.changes, event, names), names),
    rows,
    title: title ? { from: String(title.from ?? ''), to: String(title.to ?? '') } : null,
  };
}

function entryOf(event: TicketEvent, stories: readonly (readonly Piece[])[], names: Names): TimelineEntry {
  const words = stories.flatMap((story, index) => (index === 0 ? story : [{ text: ', ' }, ...story]));
  return {
    key: String(event.id),
    version: event.version,
    at: event.at,
    by: event.actor ?? (event.via === 'system' && !event.contact ? 'desk' : 'someone'),
    name: authorName(event, (id) => names.person(id)),
    icon: authorIcon(event),
    words: [...words, ...meansStory(event)],
    rows: [],
    title: null,
  };
}

/** A person's choice is framed as one, unless it was nobody's. */
function decider({ actor }: TicketEvent): Origin {
  return actor === null ? 'default' : 'you';
}

function token(field: Field, value: unknown, how: Omit<TimelineToken, 'option'>, names: Names): TimelineToken | null {
  const option = valueShown(field, value, names);
  return option && { option, ...how };
}

function row(tokens: readonly (TimelineToken | null)[], arrow: boolean): TimelineRow[] {
  const shown = tokens.filter((one) => one !== null);
  return shown.length === 0 ? [] : [{ tokens: shown, arrow }];
}
