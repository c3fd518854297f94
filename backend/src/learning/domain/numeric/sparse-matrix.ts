/** Rows of numbers of which most are zero: of row r, those from `starts[r]` to `starts[r + 1]`, each column once. */
export interface SparseMatrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** How many columns there are. */
  readonly width: number;
}

/** One row of such a matrix. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

export function rowOf({ starts, columns, values }: SparseMatrix, row: number): SparseRow {
  const [from, to] = [starts[row]!, starts[row + 1]!];
  return { columns: columns.subarray(from, to), values: values.subarray(from, to) };
}
