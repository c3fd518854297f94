import type { AuditFilter } from '../../api/admin-model';

/** From the first moment of one day to the last of another, in the reader's own time zone, as the API takes it. */
export function spanOf(from: string, to: string): Pick<AuditFilter, 'from' | 'to'> {
  return {
    ...(from && { from: startOf(from).toISOString() }),
    ...(to && { to: dayAfter(to).toISOString() }),
  };
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00`);
}

function dayAfter(day: string): Date {
  const start = startOf(day);
  return new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1);
}
