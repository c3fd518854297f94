import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { type TicketStatus, isDone } from '../../vocabulary/ticket-status.ts';
import type { DemoRandom } from './demo-random.ts';
import { afterWorkingHours } from './working-hours.ts';

const HOUR = 3_600_000;

/** Mean working hours until an agent takes the ticket, and from there until it is resolved. */
const PACE: Record<TicketPriority, { readonly pickUp: number; readonly work: number }> = {
  critical: { pickUp: 0.3, work: 4 },
  high: { pickUp: 2.5, work: 12 },
  medium: { pickUp: 10, work: 24 },
  low: { pickUp: 22, work: 36 },
};

/** Where a ticket stands. */
export interface Handling {
  readonly status: TicketStatus;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
  /** What happened to it, one step for each version after the first. */
  readonly steps: readonly HandlingStep[];
}

/** Something that an agent did; the status is what it was before when another field was corrected. */
export interface HandlingStep {
  readonly at: Date;
  readonly status: TicketStatus;
}

/** Plays the life of a ticket and stops at `now`: the young are open, the old are closed, each in its own time. */
export function handling(createdAt: Date, priority: TicketPriority, now: Date, random: DemoRandom): Handling {
  const done = lifeOf(createdAt, priority, random).filter(({ at }) => at <= now);
  const last = done.at(-1);
  return {
    status: last?.status ?? 'open',
    updatedAt: last?.at ?? createdAt,
    resolvedAt: done.find(({ status }) => isDone(status))?.at ?? null,
    closedAt: last?.status === 'closed' ? last.at : null,
    version: 1 + done.length,
    steps: done,
  };
}

function lifeOf(createdAt: Date, priority: TicketPriority, random: DemoRandom): HandlingStep[] {
  const later =
    // Somebody is on call for what is critical; the rest waits for the morning.
    priority === 'critical'
      ? (from: Date, hours: number): Date => new Date(from.getTime() + Math.round(hours * HOUR))
      : afterWorkingHours;
  const pace = PACE[priority];
  const picked = later(createdAt, 0.05 + random.wait(pace.pickUp));
  // Few are answered at once, and some wait for the customer or a release.
  const resolved = later(picked, (0.2 + random.wait(pace.work)) * (random.chance(0.07) ? 4 : 1));
  const closed = new Date(resolved.getTime() + Math.round((4 + random.wait(60)) * HOUR));
  const steps: HandlingStep[] = [];
  if (random.chance(0.15)) steps.push({ at: later(createdAt, 0.04), status: 'open' });
  if (random.chance(0.93)) steps.push({ at: picked, status: 'in_progress' });
  steps.push({ at: resolved, status: 'resolved' });
  if (random.chance(0.92)) steps.push({ at: closed, status: 'closed' });
  return steps;
}
