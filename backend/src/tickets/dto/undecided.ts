/** Stands in the place of a field that a new ticket leaves to whoever sorts it. */
export const UNDECIDED = Symbol('undecided');

/** What was decided of a field; undefined when nothing was. */
export function decidedOf<T>(value: T | typeof UNDECIDED): T | undefined {
  return value === UNDECIDED ? undefined : value;
}
