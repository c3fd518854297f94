import type { AuditFilter } from '../../api/admin-model';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the address; '' when it is none. */
export function dayOf(text: string): string {
  return DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00`)) ? text : '';
}

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
