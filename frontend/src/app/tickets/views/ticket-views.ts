import type { Ticket, TicketFilter, TicketSort, TicketView } from '../../api/model';
import type { IconName } from '../../ui/icon-set';
import { PRIORITIES, UNRESOLVED_STATUSES } from '../../ui/vocabulary';

/** A name for some filters, with the order in which it is worked. */
export interface View {
  readonly name: TicketView;
  readonly label: string;
  readonly filter: TicketFilter;
  readonly sort: TicketSort;
  /** What its list says when nothing is in it. */
  readonly empty: string;
}

const UNRESOLVED = { status: UNRESOLVED_STATUSES };
export const ALL: View = { name: 'all', label: 'All', filter: {}, sort: 'newest', empty: 'No tickets yet' };

/** As the API counts them; the first is where everybody begins. */
export const VIEWS: readonly [View, ...View[]] = [
  {
    name: 'unresolved',
    label: 'Unresolved',
    filter: UNRESOLVED,
    sort: 'most_urgent',
    empty: 'Nothing is left to do',
  },
  {
    name: 'mine',
    label: 'Mine',
    filter: { ...UNRESOLVED, assignee: ['me'] },
    sort: 'most_urgent',
    empty: 'Nothing is waiting for you',
  },
  {
    name: 'unassigned',
    label: 'Unassigned',
    filter: { ...UNRESOLVED, assignee: ['none'] },
    sort: 'most_urgent',
    empty: 'Somebody works on every ticket',
  },
  ALL,
];

/** One order of the list, as it is offered. */
export interface Sort {
  readonly name: TicketSort;
  readonly label: string;
  readonly help: string;
  readonly icon: IconName;
}

export const SORTS: readonly [Sort, ...Sort[]] = [
  { name: 'most_urgent', label: 'Most urgent', help: 'Priority, then the oldest', icon: 'priority_high' },
  { name: 'newest', label: 'Newest first', help: 'By the time it arrived', icon: 'schedule' },
  { name: 'oldest', label: 'Oldest first', help: 'By the time it arrived', icon: 'hourglass_top' },
  { name: 'recently_changed', label: 'Last change', help: 'By anybody, the desk included', icon: 'history' },
];

/** Whether one ticket stands before another in an order. Times are ISO texts in UTC, which sort as they read. */
export function comesBefore(sort: TicketSort): (one: Ticket, other: Ticket) => boolean {
  const time = sort === 'recently_changed' || sort === 'least_recently_changed' ? 'updated_at' : 'created_at';
  const latestFirst = sort === 'newest' || sort === 'recently_changed';
  return (one, other) => {
    const urgency = PRIORITIES.indexOf(one.priority) - PRIORITIES.indexOf(other.priority);
    if (sort === 'most_urgent' && urgency !== 0) return urgency > 0;
    if (one[time] !== other[time]) return one[time] > other[time] === latestFirst;
    return one.id > other.id === latestFirst;
  };
}
