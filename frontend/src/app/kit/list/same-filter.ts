/** Whether two filters ask for the same, their fields in the same order: the equality of a computed filter. */
export function sameFilter(one: object | undefined, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
