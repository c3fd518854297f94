/** Whether a number has at most so many decimals, as it is written: 0.07 has two. */
export function hasDecimals(value: number, most: number): boolean {
  return Number(value.toFixed(most)) === value;
}
