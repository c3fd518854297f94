/** The amount that a field says, with a comma or a point; null of nothing, NaN of what is none. */
export function amountOf(text: string): number | null {
  const plain = text.trim();
  return plain === '' ? null : Number(plain.replace(',', '.'));
}
