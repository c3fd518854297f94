import type { Estimate } from '../evaluation/paired-difference.ts';
import type { FieldComparison } from './replay-report.ts';

/** What a comparison says, in sentences: how often each is right, and where they differ in how often they speak. */
export function comparisonInWords({ difference, counts }: FieldComparison): string[] {
  const { right, named, precision } = difference;
  const saysTheSame = counts.onlyFirst === 0 && counts.onlySecond === 0;
  const speaksAsOften = named.value === 0;
  return [
    ...(saysTheSame && !speaksAsOften ? [] : [inWords(right, 'is right on', 'tickets')]),
    ...(speaksAsOften ? [] : [inWords(named, 'names one value on', 'tickets')]),
    ...(speaksAsOften || !precision ? [] : [inWords(precision, 'is right on', 'tickets where it names one value')]),
  ];
}

function inWords({ value, low, high }: Estimate, does: string, what: string): string {
  const at = Math.round(100 * value);
  const proof = low > 0 || high < 0 ? '' : ': no proof of a difference';
  const between = rangeInWords(Math.round(100 * low), Math.round(100 * high));
  if (at === 0) return `The candidate ${does} as many of 100 ${what}; ${between}${proof}.`;
  return `The candidate ${does} ${String(Math.abs(at))} of 100 ${at > 0 ? 'more' : 'fewer'} ${what}; ${between}${proof}.`;
}

function rangeInWords(low: number, high: number): string {
  if (low === 0 && high === 0) return 'less than 1 more or fewer';
  if (low >= 0) return `between ${String(low)} and ${String(high)} more`;
  if (high <= 0) return `between ${String(-high)} and ${String(-low)} fewer`;
  return `between ${String(-low)} fewer and ${String(high)} more`;
}
