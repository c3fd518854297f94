import { CountedRows } from './counted-rows.ts';

const IDF = Float32Array.of(1, 2, 1, 4);

describe('counting the features of rows', () => {
  it('weighs each part of a row by itself, and scales it', () => {
    const rows = new CountedRows(4);
    rows.countAll(Int32Array.of(1, 0, -1));
    rows.weigh(IDF.subarray(0, 2), 0, 1);
    rows.countAll(Int32Array.of(3));
    rows.weigh(IDF.subarray(2), 2, 0.5);
    const { columns, values } = rows.takeRow();
    expect([...columns]).toEqual([1, 0, 3]);
    expect(values[0]).toBeCloseTo(2 / Math.sqrt(5));
    expect(values[1]).toBeCloseTo(1 / Math.sqrt(5));
    expect(values[2]).toBeCloseTo(0.5);
  });

  it('counts a feature less each further time', () => {
    const rows = new CountedRows(4);
    rows.countAll(Int32Array.of(0, 2, 0, 0));
    rows.weigh(IDF, 0, 1);
    const { values } = rows.takeRow();
    expect((values[0] ?? 0) / (values[1] ?? 0)).toBeCloseTo(1 + Math.log(3));
  });

  it('gives many rows as one matrix, and then begins anew', () => {
    const rows = new CountedRows(4);
    for (const row of [[0, 1], [], [1]]) {
      rows.countAll(Int32Array.from(row));
      rows.weigh(IDF, 0, 1);
      rows.endRow();
    }
    const { starts, columns, width } = rows.take();
    expect([[...starts], [...columns], width]).toEqual([[0, 2, 2, 3], [0, 1, 1], 4]);
    rows.count(2);
    rows.weigh(IDF, 0, 1);
    expect(rows.takeRow()).toEqual({ columns: Int32Array.of(2), values: Float32Array.of(1) });
  });

  it('takes rows of any length', () => {
    const rows = new CountedRows(9_000);
    rows.countAll(Int32Array.from({ length: 9_000 }, (_, at) => at));
    rows.weigh(new Float32Array(9_000).fill(1), 0, 1);
    expect(rows.takeRow().columns[8_999]).toBe(8_999);
  });
});
