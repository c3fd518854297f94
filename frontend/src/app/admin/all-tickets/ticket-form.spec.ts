import { aTicket } from '../testing/desk';
import { updateFrom, valuesOf } from './ticket-form';

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
});
