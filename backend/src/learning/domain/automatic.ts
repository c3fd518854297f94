import { Z_95, wilsonInterval } from './metrics.ts';

/** How often suggestions of a category were right, on tickets that a person decided. */
export interface CategoryRecord {
  readonly right: number;
  readonly of: number;
}

/** The record has to be at least this good, unless an admin wants another target. */
export const DEFAULT_TARGET = 0.9;
export const TARGET_MIN = 0.5;
export const TARGET_MAX = 0.99;

/** A smaller record proves nothing, however good it is. */
export const RECORD_FROM = 50;

/**
 * What states a lower confidence is shown to people, but never applies by itself and is in no record for that. From here on the
 * desk's own model is right in about nine of ten tickets, also on desks that are hard to learn.
 */
export const SURE_FROM = 0.75;

/** Whether a suggestion with this confidence may apply at all; who states none is judged by the record alone. */
export function isSureEnough(confidence: number | null): boolean {
  return confidence === null || confidence >= SURE_FROM;
}

/** So many of the newest are the record: what was right long ago does not outweigh what goes wrong now. */
export const RECORD_NEWEST = 500;

/** About so many decided tickets it takes in practice, at the usual target and 94 of 100 right. */
export const USUALLY_NEEDED = 200;

/** Why suggestions of a category may not apply by themselves. */
export const WHY_NOT = ['too_few', 'below_target'] as const;

export type WhyNot = (typeof WHY_NOT)[number];

/** The share that suggestions are right at least, as far as the record can tell: the lower end of its 95 % interval. */
export function lowerBound({ right, of }: CategoryRecord): number {
  return wilsonInterval(right, of)[0];
}

/** Why not; null when they may. */
export function whyNot(record: CategoryRecord, target: number): WhyNot | null {
  if (record.of < RECORD_FROM) return 'too_few';
  return lowerBound(record) < target ? 'below_target' : null;
}

/**
 * How large a record of the same share has to be until its lower bound reaches the target; null when more of the same never
 * get there.
 */
export function recordNeeded({ right, of }: CategoryRecord, target: number): number | null {
  const ahead = of === 0 ? 0 : right / of - target;
  if (ahead <= 0) return null;
  return Math.max(RECORD_FROM, Math.ceil((Z_95 * Z_95 * target * (1 - target)) / (ahead * ahead)));
}
