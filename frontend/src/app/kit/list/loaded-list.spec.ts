import type { Page } from '../../api/page';
import { firstPage, withCount, withNewcomer, withNextPage, withReplaced, without } from './loaded-list';

interface Row {
  id: number;
  words?: string;
}

/** Highest number first. */
const comesBefore = (one: Row, other: Row) => one.id > other.id;

function rows(...ids: number[]): Row[] {
  return ids.map((id) => ({ id }));
}

function page(results: Row[], values: Partial<Page<Row>> = {}): Page<Row> {
  return { results, next_cursor: null, ...values };
}

const ids = ({ items }: { items: readonly Row[] }) => items.map(({ id }) => id);

describe('the loaded part of a list', () => {
  const list = firstPage(page(rows(9, 8, 7), { count: 9, next_cursor: 'c1' }), {});

  it('grows by a page and keeps the count of the first', () => {
    const longer = withNextPage(list, page(rows(6, 5), { count: 8, next_cursor: 'c2' }));

    expect(ids(longer)).toEqual([9, 8, 7, 6, 5]);
    expect(longer).toMatchObject({ count: 9, cursor: 'c2', generation: list.generation });
  });

  it('shows nothing twice', () => {
    expect(ids(withNextPage(list, page(rows(8, 7, 6))))).toEqual([9, 8, 7, 6]);
  });

  it('counts what is here where counting had stopped earlier, exactly at the end', () => {
    const begun = firstPage(page([], { count: 0, count_exact: false, next_cursor: 'c1' }), {});
    const going = withNextPage(begun, page(rows(9, 8), { next_cursor: 'c2' }));
    expect(going).toMatchObject({ count: 2, countExact: false });
    expect(withNextPage(going, page(rows(7)))).toMatchObject({ count: 3, countExact: true });
    expect(withNextPage(begun, page([]))).toMatchObject({ count: 0, countExact: true });

    const many = firstPage(page(rows(9), { count: 10_000, count_exact: false, next_cursor: 'c1' }), {});
    expect(withNextPage(many, page(rows(8), { next_cursor: 'c2' }))).toMatchObject({
      count: 10_000,
      countExact: false,
    });
  });

  it('is counted later, never as fewer than are here', () => {
    const begun = firstPage(page(rows(9, 8), { count: 2, count_exact: false, next_cursor: 'c1' }), {});
    expect(withCount(begun, { count: 309 })).toMatchObject({ count: 309, countExact: true });
    expect(withCount(begun, { count: 1, count_exact: false })).toMatchObject({ count: 2, countExact: false });
    expect(withCount(list, { count: 309 })).toBe(list);
  });

  it('has a newcomer in its place and counts it, once', () => {
    const longer = withNewcomer(withNewcomer(list, { id: 10 }, comesBefore), { id: 10 }, comesBefore);
    expect(ids(longer)).toEqual([10, 9, 8, 7]);
    expect(longer.count).toBe(10);

    const between = withNewcomer(firstPage(page(rows(9, 7), { count: 2 }), {}), { id: 8 }, comesBefore);
    expect(ids(between)).toEqual([9, 8, 7]);
  });

  it('leaves a newcomer beyond what is loaded to a later page', () => {
    expect(withNewcomer(list, { id: 6 }, comesBefore)).toBe(list);
  });

  it('takes any newcomer once everything is loaded', () => {
    const whole = withNextPage(list, page(rows(6)));

    expect(ids(withNewcomer(whole, { id: 1 }, comesBefore))).toEqual([9, 8, 7, 6, 1]);
    expect(ids(withNewcomer(firstPage(page([]), {}), { id: 1 }, comesBefore))).toEqual([1]);
  });

  it('shows what was learned about one in its place, and of strangers nothing', () => {
    expect(withReplaced(list, { id: 8, words: 'new' }).items[1]).toEqual({ id: 8, words: 'new' });
    expect(withReplaced(list, { id: 3, words: 'new' })).toBe(list);
  });

  it('is shorter without one, once', () => {
    const shorter = without(without(list, 8), 8);

    expect(ids(shorter)).toEqual([9, 7]);
    expect(shorter.count).toBe(8);
  });

  it('does not count on where counting had stopped, or was not begun', () => {
    const many = firstPage(page(rows(9), { count: 10_000, count_exact: false }), {});
    expect(withNewcomer(many, { id: 10 }, comesBefore).count).toBe(10_000);
    expect(without(many, 9).count).toBe(10_000);

    const uncounted = firstPage(page(rows(9)), {});
    expect(withNewcomer(uncounted, { id: 10 }, comesBefore).count).toBeUndefined();
  });

  it('is another list after another first page', () => {
    expect(firstPage(page([]), {}, list).generation).toBe(list.generation + 1);
  });
});
