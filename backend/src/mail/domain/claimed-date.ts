const EARLIEST = Date.UTC(1990, 0, 1);
const DAY_MS = 86_400_000;

/** When a mail says that it was written; null when it says nothing that can be, or a moment over a day after its arrival. */
export function claimedDate(field: string, arrivedAt: Date): Date | null {
  const moment = Date.parse(field.replace(/\([^()]*\)/g, ' ').trim());
  return moment >= EARLIEST && moment <= arrivedAt.getTime() + DAY_MS ? new Date(moment) : null;
}
