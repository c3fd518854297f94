/** An amount in the currency of the prices, which nobody names: "5.00", and small ones to what counts, "0.0004". */
export function money(amount: number): string {
  return amount === 0 || amount >= 0.01 ? amount.toFixed(2) : amount.toPrecision(1);
}
