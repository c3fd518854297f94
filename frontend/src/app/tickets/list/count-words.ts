import type { TicketFilter } from '../../api/model';
import { counted, figure } from '../../ui/count-words';

/** "12 not sorted" for what waits, else "309 tickets", "1 ticket", "10,000+ tickets" when counting stopped there, "309 unresolved" for the work to do. */
export function countWords(count: number, exact: boolean, filter: TicketFilter): string {
  if (filter.triage) return `${figure(count, exact)} not sorted`;
  return isUnresolved(filter) && (count > 0 || exact)
    ? `${figure(count, exact)} unresolved`
    : counted(count, 'ticket', 'tickets', exact);
}

function isUnresolved({ status }: TicketFilter): boolean {
  return status?.length === 2 && status.includes('open') && status.includes('in_progress');
}
