import { signal } from '@angular/core';
import { SteadyRows } from './steady-rows';

describe('rows that others change', () => {
  const now = signal<readonly { id: number; name: string }[]>([]);
  const used = signal(false);
  const taken = signal<ReadonlySet<number>>(new Set());
  let steady: SteadyRows<{ id: number; name: string }, number>;
  const come = (...rows: (number | { id: number; name: string })[]) =>
    now.set(rows.map((row) => (typeof row === 'number' ? { id: row, name: `Row ${row}` } : row)));
  const names = () => steady.rows().map(({ name }) => name);

  beforeEach(() => {
    used.set(false);
    taken.set(new Set());
    come(3, 2, 1);
    steady = new SteadyRows(now, ({ id }) => id, { list: signal({ used }), taken });
    names();
  });

  it('follow while nobody uses them', () => {
    come(4, 1);
    expect([names(), steady.words()]).toEqual([['Row 4', 'Row 1'], '']);
  });

  it('stay where they are while they are used, change there, and follow after', () => {
    used.set(true);
    names();
    come(5, 4, 1, { id: 2, name: 'Another' });
    expect(names()).toEqual(['Row 3', 'Another', 'Row 1']);
    expect(steady.words()).toBe('2 new, 1 gone');
    expect(steady.rows().map((row) => steady.isGone(row))).toEqual([true, false, false]);

    used.set(false);
    expect([names(), steady.words()]).toEqual([['Row 5', 'Row 4', 'Row 1', 'Another'], '']);
  });

  it('follow when a person wants to see what is new', () => {
    used.set(true);
    names();
    come(4, 3);
    names();
    steady.show();
    expect([names(), steady.words()]).toEqual([['Row 4', 'Row 3'], '']);
  });

  it('go at once when this person takes them away, which is no news', () => {
    used.set(true);
    names();
    taken.set(new Set([2]));
    expect([names(), steady.words()]).toEqual([['Row 3', 'Row 1'], '']);
    come(3, 1);
    expect([names(), steady.words()]).toEqual([['Row 3', 'Row 1'], '']);
  });

  it('come though they are used, where none was', () => {
    come();
    names();
    used.set(true);
    names();
    come(1);
    expect(names()).toEqual(['Row 1']);
  });

  it('come though they are used, where a person has taken all away', () => {
    used.set(true);
    names();
    come(5, 3, 2, 1);
    taken.set(new Set([3, 2, 1]));
    expect([names(), steady.words()]).toEqual([['Row 5'], '']);
  });

  it('show what this person brings as soon as it comes, though they are used', () => {
    used.set(true);
    names();
    come(5, 3, 2, 1);
    steady.bring(4);
    expect([names(), steady.words()]).toEqual([['Row 3', 'Row 2', 'Row 1'], '1 new']);
    come(5, 4, 3, 2, 1);
    expect([names(), steady.words()]).toEqual([['Row 5', 'Row 4', 'Row 3', 'Row 2', 'Row 1'], '']);
    come(6, 5, 4, 3, 2, 1);
    expect(steady.words()).toBe('1 new');
  });

  it('put back at once what this person takes back, in its place, also when an answer came meanwhile', () => {
    used.set(true);
    names();
    taken.set(new Set([2]));
    names();
    come(3, 1);
    names();
    taken.set(new Set());
    steady.bring(2);
    expect(names()).toEqual(['Row 3', 'Row 2', 'Row 1']);
  });
});
