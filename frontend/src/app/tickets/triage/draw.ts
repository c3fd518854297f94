/**
 * So many of these by lot, in the order in which they stand: what is sorted is then a fair sample of what comes, and the
 * desk's record as well.
 * @param lot a number from 0 up to 1, anew each time.
 */
export function draw<Item>(items: readonly Item[], size: number, lot: () => number): readonly Item[] {
  const drawn = items
    .map((item, place) => ({ item, place, number: lot() }))
    .toSorted((one, other) => one.number - other.number)
    .slice(0, size);
  return drawn.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
}
