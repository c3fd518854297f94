import { aTicket } from '../testing/desk';
import { compare, updateFrom, valuesOf } from './ticket-form';

const TICKET = aTicket(7, { assignee: 2 });
const typed = (values = {}) => ({ ...valuesOf(TICKET), ...values });

describe('an edited ticket', () => {
  it('sends only what differs, trimmed', () => {
    expect(updateFrom(typed({ title: '  Another title ', status: 'closed' }), TICKET)).toEqual({
      title: 'Another title',
      status: 'closed',
    });
    expect(updateFrom(typed({ title: `${TICKET.title} ` }), TICKET)).toEqual({});
  });

  it.each([
    ['none', null],
    ['3', 3],
  ])('sends the assignee %s as %s', (value, assignee) => {
    expect(updateFrom(typed({ assignee: value }), TICKET)).toEqual({ assignee });
  });

  it('follows what only they changed, and asks about what both did', () => {
    const now = { ...TICKET, title: 'Theirs', status: 'closed' as const, assignee: null, version: 2 };

    expect(compare(typed({ title: 'Mine' }), TICKET, now)).toEqual({
      taken: [
        { field: 'status', theirs: 'closed' },
        { field: 'assignee', theirs: 'none' },
      ],
      conflicts: [{ field: 'title', theirs: 'Theirs' }],
    });
  });

  it('sees no conflict where both chose the same', () => {
    const now = { ...TICKET, status: 'closed' as const, version: 2 };

    expect(compare(typed({ status: 'closed' }), TICKET, now)).toEqual({ taken: [], conflicts: [] });
  });
});
