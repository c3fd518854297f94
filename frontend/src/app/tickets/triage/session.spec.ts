import type { Ticket } from '../../api/model';
import { UNAIDED, proposals, standIn } from '../new-ticket/proposal';
import { suggestion, twoOptions } from '../new-ticket/testing/suggestion';
import { tickets } from '../testing/tickets';
import {
  type Entry,
  type Outcome,
  type Session,
  add,
  atHand,
  begin,
  fail,
  outcomeOf,
  resume,
  takeBack,
  upcoming,
} from './session';
import { sessionFigures } from './session-figures';

const inOrder = (count: number) => tickets(count, 1).toReversed();
const START = Date.parse('2026-04-20T09:00:00Z');

function entry(ticket: Ticket, outcome: Outcome = 'kept', seconds = 0): Entry {
  return { ticket, outcome, values: null, instead: null, words: [], original: null, at: START + seconds * 1_000 };
}

function after(count: number, ...outcomes: Outcome[]): Session {
  return outcomes.reduce(
    (session, outcome, place) => add(session, entry(atHand(session)!, outcome, (place + 1) * 9)),
    begin(inOrder(count), START),
  );
}

const ids = (all: readonly Ticket[]) => all.map(({ id }) => id);

describe('a session of triage', () => {
  it('is one ticket at a time, the next ones known', () => {
    const session = begin(inOrder(4), START);

    expect(atHand(session)!.id).toBe(1);
    expect(ids(upcoming(session, 2))).toEqual([2, 3]);
    expect(atHand(after(4, 'kept', 'skipped'))!.id).toBe(3);
    expect(atHand(after(2, 'kept', 'kept'))).toBeUndefined();
  });

  it('has the same pace after a pause, which goes on from there', () => {
    const session = after(4, 'kept', 'kept');
    const later = resume(session, 3_600_000);
    expect(sessionFigures(later)).toEqual(sessionFigures(session));
    const next = add(later, entry(atHand(later)!, 'kept', 3_600 + 27));
    expect(sessionFigures(next).pace).toBe(9);
  });

  it('takes back the last one, which is at hand again', () => {
    const session = takeBack(after(4, 'kept', 'corrected'), 2);

    expect(session.entries).toHaveLength(1);
    expect(atHand(session)!.id).toBe(2);
    expect(ids(upcoming(session, 5))).toEqual([3, 4]);
  });

  it('takes back an earlier one, and goes on where it was afterwards', () => {
    const session = takeBack(after(4, 'kept', 'corrected'), 1);

    expect(ids(session.entries.map(({ ticket }) => ticket))).toEqual([2]);
    expect(atHand(session)!.id).toBe(1);
    expect(ids(upcoming(session, 5))).toEqual([3, 4]);
  });

  it('leaves everything as it is when a ticket is of another session', () => {
    const session = after(4, 'kept');

    expect(takeBack(session, 99)).toBe(session);
  });

  it('says of one that was not saved that it was not', () => {
    expect(fail(after(3, 'kept', 'kept'), 1, 'failed').entries.map(({ outcome }) => outcome)).toEqual([
      'failed',
      'kept',
    ]);
  });
});

describe('the figures of a session', () => {
  it('are nothing before the first ticket', () => {
    expect(sessionFigures(begin(inOrder(3), START))).toEqual({
      counts: '',
      pace: null,
      agreement: null,
      sorted: 0,
      taught: 0,
      left: null,
    });
  });

  it('are counts, pace, agreement and what is left', () => {
    expect(sessionFigures(after(38, 'kept', 'kept', 'corrected', 'skipped', 'chosen'))).toEqual({
      counts: '2 kept, 1 corrected, 1 chosen, 1 skipped',
      pace: 9,
      agreement: { kept: 2, of: 3 },
      sorted: 4,
      taught: 4,
      left: 5,
    });
  });

  it('count as sorted what a person has decided, and no pace for what others were faster with', () => {
    const figures = sessionFigures(after(9, 'kept', 'overtaken', 'failed', 'duplicate', 'skipped', 'overtaken'));

    expect(figures).toMatchObject({
      sorted: 2,
      taught: 1,
      pace: 11,
      counts: '1 kept, 1 skipped, 1 duplicate, 1 not saved, 2 sorted by others',
    });
  });

  it('leave nothing at the end, and at least a minute before', () => {
    expect(sessionFigures(after(1, 'kept')).left).toBeNull();
    expect(sessionFigures(after(2, 'kept')).left).toBe(1);
  });
});

describe('what was decided, held against what was proposed,', () => {
  const proposed = proposals(suggestion());
  it.each<[string, ReturnType<typeof outcomeOf>, Partial<Entry>]>([
    ['is kept', outcomeOf({ category: 'billing', priority: 'high' }, proposed), { outcome: 'kept', instead: null }],
    [
      'is corrected, with the words that had decided',
      outcomeOf({ category: 'technical', priority: 'high' }, proposed),
      { outcome: 'corrected', instead: 'billing', words: ['invoices', 'unpaid'] },
    ],
    [
      'is corrected in its priority alone',
      outcomeOf({ category: 'billing', priority: 'low' }, proposed),
      { outcome: 'corrected', instead: null },
    ],
    [
      'is kept where the priority was only a default',
      outcomeOf({ category: 'billing', priority: 'low' }, { ...proposed, priority: standIn('medium') }),
      { outcome: 'kept' },
    ],
    [
      'is chosen of two',
      outcomeOf({ category: 'billing', priority: 'high' }, proposals(twoOptions())),
      { outcome: 'chosen' },
    ],
    [
      'is chosen where nothing was proposed',
      outcomeOf({ category: 'billing', priority: 'high' }, { category: UNAIDED, priority: UNAIDED }),
      { outcome: 'chosen' },
    ],
  ])('%s', (_, outcome, expected) => expect(outcome).toMatchObject(expected));
});
