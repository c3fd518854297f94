/** Tickets come and go while a person decides; so many, or so large a part of them, make no difference. */
const TICKETS = 20;
const PART = 0.1;

/** Whether there are by far more or fewer tickets than the person was told. */
export function isFarFrom(expected: number, actual: number): boolean {
  return Math.abs(actual - expected) > Math.max(TICKETS, expected * PART);
}
