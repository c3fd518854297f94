const DAY_MS = 86_400_000;

/** Whether a ticket was closed so many days ago: what its customer writes then is a matter of its own. */
export function isLongClosed(closedAt: Date | null, days: number, now: Date): boolean {
  return closedAt !== null && now.getTime() - closedAt.getTime() >= days * DAY_MS;
}
