const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "4,827". */
export function countText(count: number): string {
  return whole.format(count);
}

/** "30.0", "1,204.5". */
export function decimalText(value: number): string {
  return oneDecimal.format(value);
}

/** "86.9" of a share of 1; "–" where nothing can be said. */
export function percentNumber(share: number | null): string {
  return share === null ? '–' : decimalText(share * 100);
}

/** "84.5 to 89.1", in percent too; nothing where nothing can be said. */
export function intervalWords({ low, high }: { low: number | null; high: number | null }): string {
  return low === null || high === null ? '' : `${percentNumber(low)} to ${percentNumber(high)}`;
}

/** "21 %" with a space that does not break. Some is never shown as none, and nearly all never as all. */
export function shareText(part: number, total: number): string {
  if (part <= 0 || total <= 0) return '0\u00a0%';
  const percent = (100 * part) / total;
  if (percent < 1) return '<1\u00a0%';
  if (percent > 99 && part < total) return '>99\u00a0%';
  return `${Math.round(percent)}\u00a0%`;
}
