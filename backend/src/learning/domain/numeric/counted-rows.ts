import type { SparseMatrix, SparseRow } from './sparse-matrix.ts';

/** Counts the features of rows, one row after another, in memory that is used again. */
export class CountedRows {
  private readonly width: number;
  /** How often each feature occurs in the present part of the present row. */
  private readonly often: Uint16Array;
  private starts: number[] = [0];
  private columns: Int32Array;
  private values: Float32Array;
  private length = 0;
  /** Where the part of the row begins that is being counted. */
  private part = 0;

  /** @param room for how many numbers of all rows there is room at first. */
  constructor(width: number, room = 1 << 12) {
    this.width = width;
    this.often = new Uint16Array(width);
    this.columns = new Int32Array(room);
    this.values = new Float32Array(room);
  }

  /** Counts a feature once more; -1 is none. */
  count(column: number): void {
    if (column < 0) return;
    if (this.often[column] === 0) {
      if (this.length === this.columns.length) this.grow();
      this.columns[this.length] = column;
      this.length += 1;
    }
    this.often[column]! += 1;
  }

  countAll(columns: Int32Array): void {
    for (const column of columns) this.count(column);
  }

  /**
   * Turns the counts of this part of the row into values, and begins the next part: a feature counts less each further time
   * and more the rarer it is (`idf`, from column `from` on); the part is scaled to a length of `weight`.
   */
  weigh(idf: Float32Array, from: number, weight: number): void {
    for (let at = this.part; at < this.length; at += 1) {
      const column = this.columns[at]!;
      const often = this.often[column]!;
      this.values[at] = (often === 1 ? 1 : 1 + Math.log(often)) * idf[column - from]!;
      this.often[column] = 0;
    }
    scale(this.values, this.part, this.length, weight);
    this.part = this.length;
  }

  endRow(): void {
    this.starts.push(this.length);
  }

  /** All rows so far; the next one is the first of others. */
  take(): SparseMatrix {
    const matrix = { ...this.takeRow(), starts: Int32Array.from(this.starts), width: this.width };
    this.starts = [0];
    return matrix;
  }

  /** The only row so far; the next one is the first of others. */
  takeRow(): SparseRow {
    const row = { columns: this.columns.slice(0, this.length), values: this.values.slice(0, this.length) };
    [this.length, this.part] = [0, 0];
    return row;
  }

  private grow(): void {
    const [columns, values] = [new Int32Array(2 * this.length), new Float32Array(2 * this.length)];
    columns.set(this.columns);
    values.set(this.values);
    [this.columns, this.values] = [columns, values];
  }
}

/** Scales a stretch of numbers to a length of `weight`. */
function scale(values: Float32Array, from: number, to: number, weight: number): void {
  let square = 0;
  for (let at = from; at < to; at += 1) square += values[at]! ** 2;
  const factor = square === 0 ? 0 : weight / Math.sqrt(square);
  for (let at = from; at < to; at += 1) values[at]! *= factor;
}
