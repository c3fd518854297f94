import type { SparseRow } from './sparse-matrix.ts';

/** The values of a row by their columns, in memory that the next row uses again. */
export class ScatteredRow {
  private values = new Float64Array(0);
  private columns: Int32Array = new Int32Array(0);

  /** @param valueOf the value of a place in the row. */
  scatter({ columns }: SparseRow, width: number, valueOf: (at: number) => number): void {
    if (this.values.length < width) this.values = new Float64Array(width);
    else for (const column of this.columns) this.values[column] = 0;
    for (let at = 0; at < columns.length; at += 1) this.values[columns[at]!] = valueOf(at);
    this.columns = columns;
  }

  /** 0 for a column that the row does not have, and for -1. */
  valueAt(column: number): number {
    return column < 0 ? 0 : this.values[column]!;
  }

  sumOf(columns: Int32Array): number {
    let sum = 0;
    for (const column of columns) sum += this.values[column]!;
    return sum;
  }
}
