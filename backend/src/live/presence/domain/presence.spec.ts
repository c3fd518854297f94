import { type TicketPresence, changesOf } from './presence.ts';

describe('who is present', () => {
  const ada = { id: 7, name: 'Ada', activity: 'looking' } as const;
  const at = (ticket_id: number, ...people: TicketPresence['people'][number][]): TicketPresence => ({
    ticket_id,
    people,
  });

  it('is told when it changes, ticket by ticket, and who has left is told once', () => {
    const told = new Map<number, string>();
    expect(changesOf(told, [at(1, ada), at(2, ada)])).toEqual([at(1, ada), at(2, ada)]);
    expect(changesOf(told, [at(1, ada), at(2, ada)])).toEqual([]);
    const changing = { ...ada, activity: 'changing' } as const;
    expect(changesOf(told, [at(2, changing)])).toEqual([at(2, changing), at(1)]);
    expect(changesOf(told, [at(2, changing)])).toEqual([]);
  });
});
