import type { Destination } from './destination.ts';
import { type CopyRole, type StandingMail, confirmsMore, roleBeside } from './standing-mail.ts';

const TICKET: StandingMail = { id: 1, state: 'ticket', proof: 'unknown', ticketId: 7, hasBytes: true };
const MESSAGE: StandingMail = { ...TICKET, state: 'message' };
const WAITS: StandingMail = { ...TICKET, state: 'quarantined', ticketId: null };
const to = (ticket: number): Destination => ({ to: 'message', ticket, reopens: true });
const ASIDE: Destination = { to: 'quarantined', reason: 'Forged' };

describe('a mail beside the same one that came before', () => {
  it.each<[string, StandingMail, Destination, CopyRole]>([
    ['is a copy of what became a ticket', TICKET, { to: 'ticket' }, 'copy'],
    ['is a copy where it leads to the same ticket', TICKET, to(7), 'copy'],
    ['leads to another ticket', TICKET, to(8), 'leads'],
    ['leads nowhere where that has a ticket that it belongs to', MESSAGE, to(8), 'copy'],
    ['leads nowhere where the words may have been removed', { ...TICKET, hasBytes: false }, to(8), 'copy'],
    ['leads nowhere where the ticket is gone', { ...TICKET, ticketId: null }, to(8), 'copy'],
    ['is a copy where it would wait as well', WAITS, ASIDE, 'copy'],
    ['stands instead where it becomes something', WAITS, { to: 'ticket' }, 'instead'],
    ['stands instead where nobody can read the other one any more', { ...WAITS, hasBytes: false }, ASIDE, 'instead'],
    ['is a copy of what an admin has deleted', { ...WAITS, state: 'deleted' }, { to: 'ticket' }, 'copy'],
    ['is a copy of one that is about to be read again', { ...WAITS, state: 'taken' }, { to: 'ticket' }, 'copy'],
  ])('%s', (_, before, destination, role) => {
    expect(roleBeside(before, destination)).toBe(role);
  });

  it.each<[StandingMail, boolean]>([
    [TICKET, true],
    [MESSAGE, true],
    [{ ...TICKET, proof: 'failed' }, true],
    [{ ...TICKET, proof: 'confirmed' }, false],
    [{ ...TICKET, hasBytes: false }, false],
    [WAITS, false],
  ])('confirms %o: %s', (before, confirms) => {
    expect(confirmsMore(before, 'confirmed')).toBe(confirms);
    expect(confirmsMore(before, 'failed')).toBe(false);
  });
});
