import { UNRESOLVED_STATUSES } from '../../vocabulary/ticket-status.ts';
import type { AskedTickets } from './ticket-page.ts';

const UNRESOLVED = { status: UNRESOLVED_STATUSES };

/** The views of the list, in their order: each is a name for some filters. */
export const TICKET_VIEWS = {
  unresolved: UNRESOLVED,
  mine: { ...UNRESOLVED, assignee: ['me'] },
  unassigned: { ...UNRESOLVED, assignee: ['none'] },
  all: {},
} as const satisfies Readonly<Record<string, AskedTickets>>;

export type TicketView = keyof typeof TICKET_VIEWS;

export const TICKET_VIEW_NAMES = Object.keys(TICKET_VIEWS) as TicketView[];

/** How many tickets each view holds, exactly, and of how many nobody has sorted. */
export type TicketViewCounts = Readonly<Record<TicketView | 'pending', number>>;

/** The filters of a view as the list takes them: `status=open,in_progress&assignee=me`. */
export function queryOf(view: TicketView): string {
  return Object.entries<readonly string[]>(TICKET_VIEWS[view])
    .map(([name, values]) => `${name}=${values.join(',')}`)
    .join('&');
}
