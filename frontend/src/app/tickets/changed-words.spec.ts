import { byWhom, changedWords, whoWords } from './changed-words';
import { NAMES } from './testing/people';
import { aTicket } from './testing/tickets';

const LEO = { id: 4, name: 'Leo Marchetti' };

describe('what somebody did to a ticket', () => {
  it.each([
    ['took it and started work', ['assignee', 'status'], { assignee: 4, status: 'in_progress' }],
    ['gave it to you', ['assignee'], { assignee: 1 }],
    ['gave it to Mina Park', ['assignee'], { assignee: 2 }],
    ['took it from its assignee', ['assignee'], { assignee: null }],
    ['resolved it', ['status'], { status: 'resolved' }],
    [
      'set the priority to high and moved it to Account',
      ['category', 'priority'],
      { priority: 'high', category: 'account' },
    ],
    ['wrote to it', ['messages'], {}],
    ['edited its text', ['title', 'description'], {}],
    ['removed words', ['title', 'description', 'redaction'], {}],
    [
      'started work, set the priority to low and edited its text',
      ['title', 'priority', 'status'],
      { status: 'in_progress', priority: 'low' },
    ],
    ['changed it', ['triage'], {}],
  ] as const)('is told as "%s"', (words, fields, values) => {
    expect(changedWords({ kind: 'ticket.changed', fields, by: LEO }, aTicket(7, values), NAMES)).toBe(words);
  });

  it('was done by the desk, by the reader, or by somebody with a name', () => {
    expect([null, { id: 1, name: 'Priya Nair' }, LEO].map((by) => whoWords({ by }, NAMES))).toEqual([
      'The desk',
      'You',
      'Leo Marchetti',
    ]);
  });

  it('was done by a customer, who answers', () => {
    const ruth = { by: null, contact: { id: 12, name: 'Ruth Adler' } };
    const answer = { kind: 'ticket.changed', fields: ['messages'], ...ruth } as const;
    expect([whoWords(ruth, NAMES), byWhom(ruth, NAMES)]).toEqual(['Ruth Adler', 'Ruth Adler']);
    expect(changedWords(answer, aTicket(7), NAMES)).toBe('answered');
    expect(changedWords({ ...answer, fields: ['status'] }, aTicket(7, { status: 'closed' }), NAMES)).toBe('closed it');
  });

  it('is said of somebody whom nobody knows in small letters, but at the beginning', () => {
    const names = { ...NAMES, person: () => 'Someone' };
    const change = { kind: 'ticket.changed', fields: ['assignee'], by: LEO } as const;
    expect(changedWords(change, aTicket(7, { assignee: 2 }), names)).toBe('gave it to someone');
    expect([whoWords(change, names), byWhom(change, names)]).toEqual(['Someone', 'someone']);
  });

  it('is said of the desk and of the reader in small letters within a sentence', () => {
    expect([null, { id: 1, name: 'Priya Nair' }, LEO].map((by) => byWhom({ by }, NAMES))).toEqual([
      'the desk',
      'you',
      'Leo Marchetti',
    ]);
  });
});
