/**
 * All rows of pages that follow one another, of which one is held in memory; one that is not full is the last.
 *
 * @param page of at most so many rows, those behind a place.
 * @param placeOf the place of a row.
 */
export async function* inPages<Row, Place>(
  size: number,
  start: Place,
  page: (after: Place, size: number) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
): AsyncGenerator<Row, void, undefined> {
  for (let after = start; ;) {
    const rows = await page(after, size);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = placeOf(last);
  }
}
