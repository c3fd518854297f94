import type { TicketFilter } from '../../api/model';

const number = new Intl.NumberFormat('en');

/** "309 tickets", "1 ticket", "10,000+ tickets" when counting stopped there, "309 unresolved" for the work to do. */
export function countWords(count: number, exact: boolean, filter: TicketFilter): string {
  const figure = `${number.format(count)}${exact ? '' : '+'}`;
  if (isUnresolved(filter)) return `${figure} unresolved`;
  return `${figure} ${count === 1 && exact ? 'ticket' : 'tickets'}`;
}

function isUnresolved({ status }: TicketFilter): boolean {
  return status?.length === 2 && status.includes('open') && status.includes('in_progress');
}
