import type { TicketEvent } from '../../api/model';
import { anEvent, created } from '../testing/events';
import { NAMES } from '../testing/people';
import { type TimelineEntry, timeline } from './timeline';

/** An entry as it reads: who, what, and the tokens; ~ is a proposal, - one not taken, + a person's choice. */
function told(events: readonly TicketEvent[]): string[] {
  return timeline(events, NAMES).map(sentence);
}

function sentence({ by, words, rows }: TimelineEntry): string {
  const name = typeof by === 'number' ? NAMES.person(by) : `(${by})`;
  const marks = { desk: '~', you: '+', default: '' };
  const shown = rows.map(({ tokens, arrow }) =>
    tokens.map(({ option, origin, out }) => `[${out ? '-' : marks[origin]}${option.label}]`).join(arrow ? ' → ' : ' '),
  );
  return [`${name} ${words.map(({ text }) => text).join('')}`, ...shown].join(' ');
}

describe('the history of a ticket', () => {
  it.each([
    [
      'a proposal that was overridden in part',
      created('technical', 'billing'),
      [
        '(proposal) suggested [~Billing] [~High]',
        'Mina Park changed the category, kept the priority [-Billing] → [+Technical]',
      ],
    ],
    [
      'a proposal that was taken',
      created('billing', 'billing'),
      ['(proposal) suggested [~Billing] [~High]', 'Mina Park kept the category and the priority'],
    ],
    [
      'a proposal that was not taken at all',
      created('technical', 'billing', 'low'),
      [
        '(proposal) suggested [~Billing] [~High]',
        'Mina Park changed the category and the priority [-Billing] → [+Technical] [-High] → [+Low]',
      ],
    ],
    ['a ticket without a proposal', created('billing', null), ['Mina Park created the ticket']],
    [
      'a ticket of the desk itself',
      { ...created('billing', null), actor: null, via: 'system' } as const,
      ['(desk) created the ticket'],
    ],
    [
      'a ticket by a token, for somebody',
      anEvent(1, [{ field: 'assignee', from: null, to: 3 }], { kind: 'created', via: 'token', token_name: 'CI bot' }),
      ['Mina Park created the ticket, assigned Jonas Weber with the token CI bot'],
    ],
  ])('begins with %s', (_, event, expected) => {
    expect(told([event])).toEqual(expected);
  });

  it.each([
    [null, 12, 'added the follower Finance'],
    [12, null, 'took the follower Finance away'],
  ])('tells who follows from %s to %s, by name', (from, to, words) => {
    const contact = { id: 12, name: 'Finance' };
    expect(told([anEvent(2, [{ field: 'followers', from, to, contact }])])).toEqual([`Mina Park ${words}`]);
  });

  it('tells that the conversation went on', () => {
    expect(told([anEvent(2, [], { kind: 'message' })])).toEqual(['Mina Park went on with the conversation']);
  });

  it('tells what the desk did by itself, which is no choice of a person', () => {
    const sorted = [
      { field: 'category', from: 'general', to: 'billing', suggested: { value: 'billing', confidence: 0.97 } },
      { field: 'triage', from: 'pending', to: null },
    ] as const;
    const desk = { actor: null, via: 'system' } as const;

    expect(told([anEvent(2, sorted, desk)])).toEqual([
      '(desk) set the category to Billing by itself [General] → [Billing]',
    ]);
    expect(told([anEvent(2, sorted.slice(1), desk)])).toEqual(['(desk) sorted the ticket as it is, by itself']);
    expect(told([anEvent(2, sorted)])).toEqual(['Mina Park changed the category [General] → [+Billing]']);
  });

  it.each([
    ['open', 'in_progress', 'started work [Open] → [In progress]'],
    ['resolved', 'in_progress', 'started work again [Resolved] → [In progress]'],
    ['in_progress', 'open', 'stopped work [In progress] → [Open]'],
    ['closed', 'open', 'reopened the ticket [Closed] → [Open]'],
    ['open', 'resolved', 'resolved the ticket [Open] → [Resolved]'],
    ['resolved', 'closed', 'closed the ticket [Resolved] → [Closed]'],
  ])('tells a status that goes from %s to %s', (from, to, words) => {
    expect(told([anEvent(2, [{ field: 'status', from, to }])])).toEqual([`Mina Park ${words}`]);
  });

  it.each([
    [null, 3, 'assigned Jonas Weber'],
    [4, 3, 'assigned Jonas Weber in place of Leo Marchetti'],
    [2, 3, 'passed the ticket to Jonas Weber'],
    [null, 2, 'took the ticket'],
    [3, 2, 'took the ticket from Jonas Weber'],
    [3, null, 'unassigned Jonas Weber'],
    [2, null, 'gave the ticket back'],
    [null, 99, 'assigned someone'],
  ])('tells an assignee that goes from %s to %s', (from, to, words) => {
    expect(told([anEvent(2, [{ field: 'assignee', from, to }])])).toEqual([`Mina Park ${words}`]);
  });

  it.each([
    ['deleted', 'Mina Park deleted the ticket'],
    ['restored', 'Mina Park restored the ticket'],
  ] as const)('tells that a ticket was %s', (kind, words) => {
    expect(told([anEvent(2, [], { kind })])).toEqual([words]);
  });

  it('tells edited texts, the title before and after', () => {
    const [entry] = timeline(
      [
        anEvent(2, [
          { field: 'title', from: 'Old', to: 'New' },
          { field: 'description', from: 'a', to: 'b' },
        ]),
      ],
      NAMES,
    );

    expect(sentence(entry!)).toBe('Mina Park edited the title and the description');
    expect(entry!.title).toEqual({ from: 'Old', to: 'New' });
  });

  it('tells by what it was done', () => {
    const change = [{ field: 'priority', from: 'low', to: 'high' }] as const;
    expect(
      told([
        anEvent(2, change, { via: 'token', token_name: 'CI bot' }),
        anEvent(3, change, { bulk_run_id: 'b1' }),
        anEvent(4, change, { actor: null, via: 'system' }),
      ]),
    ).toEqual([
      'Mina Park changed the priority with the token CI bot [Low] → [+High]',
      'Mina Park changed the priority in a bulk change [Low] → [+High]',
      '(desk) changed the priority [Low] → [High]',
    ]);
  });

  it('strikes the proposal through when it is overridden later, and only then', () => {
    const events = [
      created('billing', 'billing'),
      anEvent(2, [{ field: 'category', from: 'billing', to: 'technical' }]),
      anEvent(4, [{ field: 'category', from: 'technical', to: 'account' }]),
    ];

    expect(told(events).slice(2)).toEqual([
      'Mina Park changed the category [-Billing] → [+Technical]',
      'Mina Park changed the category [Technical] → [+Account]',
    ]);
  });

  it('says how sure the desk was', () => {
    expect(timeline([created('billing', 'billing')], NAMES)[0]!.rows[0]!.tokens.map((one) => one.confidence)).toEqual([
      0.71, 0.88,
    ]);
  });

  describe('joins', () => {
    const at = (second: number) => ({ at: new Date(Date.UTC(2026, 3, 20, 9, 0, second)).toISOString() });
    const take = [{ field: 'assignee', from: null, to: 2 }] as const;
    const start = [{ field: 'status', from: 'open', to: 'in_progress' }] as const;

    it('what one person did in one go', () => {
      expect(told([anEvent(2, take, at(0)), anEvent(3, start, at(40))])).toEqual([
        'Mina Park took the ticket, started work [Open] → [In progress]',
      ]);
    });

    it.each([
      ['by another person', { ...at(5), actor: 3 }],
      ['a minute later', at(60)],
      ['with a token', { ...at(5), token_name: 'CI bot' }],
      ['in a bulk change', { ...at(5), bulk_run_id: 'b1' }],
    ])('nothing that was done %s', (_, more) => {
      expect(told([anEvent(2, take, at(0)), anEvent(3, start, more)])).toHaveLength(2);
    });

    it('no change with its undoing', () => {
      const back = [{ field: 'status', from: 'in_progress', to: 'open' }] as const;

      expect(told([anEvent(2, start, at(0)), anEvent(3, back, at(5))])).toHaveLength(2);
    });
  });
});
