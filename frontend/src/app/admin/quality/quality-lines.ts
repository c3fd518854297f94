import type { Quality, QualityShare } from '../../api/admin-model';
import { shortDay } from '../../stats/days';
import type { LineData } from '../../ui/chart/line-data';
import { countText } from '../../ui/numbers';
import { type QualityPart, percent, periodLines } from './period-lines';

/** Acceptance and accuracy over time, ready to be drawn; null where there is nothing to draw. */
export function qualityLines(quality: Quality): LineData | null {
  const { parts, unit, acceptance, unbiased_accuracy: unbiased } = quality;
  if (parts.every((part) => part.acceptance.share === null && part.unbiased_accuracy.share === null)) return null;
  const { changes, ...lines } = periodLines(
    quality,
    (part) => `accepted ${valueWords(part.acceptance)}, unbiased ${valueWords(part.unbiased_accuracy)}`,
  );
  return {
    ...lines,
    title: unit === 'day' ? 'By day' : 'By week',
    caption: `Acceptance and unbiased accuracy by ${unit}`,
    summary: summaryOf(parts, unit) + changes,
    series: [
      {
        name: 'Accepted',
        look: 'main',
        values: parts.map((part) => percent(part.acceptance.share)),
        band: parts.map(({ acceptance: { low, high } }) =>
          low === null || high === null ? null : [100 * low, 100 * high],
        ),
        total: valueWords(acceptance),
      },
      {
        name: 'Unbiased',
        look: 'beside',
        values: parts.map((part) => percent(part.unbiased_accuracy.share)),
        total: valueWords(unbiased),
      },
    ],
  };
}

function summaryOf(parts: readonly QualityPart[], unit: string): string {
  const known = parts.filter(({ acceptance }) => acceptance.share !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `No suggestion was decided in any ${unit}.`;
  return (
    `Acceptance by ${unit}: ${valueWords(first.acceptance)} in the ${unit} to ${shortDay(first.to)}, ` +
    `${valueWords(last.acceptance)} in the ${unit} to ${shortDay(last.to)}.`
  );
}

function valueWords({ of, share }: QualityShare): string {
  return share === null ? 'unknown' : `${Math.round(share * 100)}\u00a0% of ${countText(of)}`;
}
