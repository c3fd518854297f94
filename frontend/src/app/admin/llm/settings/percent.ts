import type { ValidatorFn } from '@angular/forms';
import { rule } from '../../../kit/forms/rules';
import { amountOf } from './amount';

/** "5" of a share of 1, as it stands in a field; '' of nothing. */
export function percentText(share: number | null): string {
  return share === null ? '' : String(Number((100 * share).toFixed(4)));
}

/** The share that a field says, with or without the sign, with a comma or a point; null of nothing. */
export function shareOf(text: string): number | null {
  const percent = amountOf(text.replace('%', ''));
  return percent === null ? null : Number((percent / 100).toFixed(6));
}

/** A percentage from 0 to `max`. An empty field is another rule's matter. */
export function percent(label: string, max: number): ValidatorFn {
  return rule('percent', (text) => {
    const share = shareOf(text);
    return share === null || (share >= 0 && share <= max / 100) ? null : `${label} goes from 0 to ${max} percent.`;
  });
}
