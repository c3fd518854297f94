import type { BulkFilter } from '../../api/admin-model';
import type { TicketFilter } from '../../api/model';

/** The same filter as a change of many tickets takes it. */
export function bulkFilter({ status, category, priority, assignee, triage, search }: TicketFilter): BulkFilter {
  return {
    ...(status && { status: [...status] }),
    ...(category && { category: [...category] }),
    ...(priority && { priority: [...priority] }),
    ...(assignee && {
      assignee: assignee.map((one) => (/^\d/.test(one) ? Number(one) : (one as 'me' | 'none' | 'inactive'))),
    }),
    ...(triage && { triage }),
    ...(search && { search }),
  };
}
