import type { Quality } from '../../api/admin-model';
import { shortDay } from '../../stats/days';
import type { LineData } from '../../ui/chart/line-data';
import { countText } from '../../ui/numbers';
import { type QualityPart, percent, periodLines } from './period-lines';

type KnownShare = QualityPart['known_share'];

/**
 * Which share of the words was known over time, and how low it may be without having clearly become less than before; null
 * where no source tells of words.
 */
export function driftLines(quality: Quality): LineData | null {
  const { parts, unit } = quality;
  const told = parts.filter(({ known_share: known }) => known.mean !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return null;
  const { changes, ...lines } = periodLines(quality, ({ known_share: known }) => knownWords(known));
  const below = told.filter(({ known_share: known }) => isBelow(known)).map(({ to }) => shortDay(to));
  const alarms = below.length === 0 ? `No ${unit} is below its limit.` : `Below their limit: ${below.join(', ')}.`;
  return {
    ...lines,
    title: 'Known words',
    caption: `Share of words that the desk knows by ${unit}, and its limit`,
    summary:
      `Known words by ${unit}: ${knownWords(first.known_share)} in the ${unit} to ${shortDay(first.to)}, ` +
      `${knownWords(last.known_share)} in the ${unit} to ${shortDay(last.to)}. ${alarms}${changes}`,
    series: [
      {
        name: 'Known',
        look: 'main',
        values: parts.map(({ known_share: known }) => percent(known.mean)),
        total: percentText(meanOf(told.map((part) => part.known_share))),
      },
      {
        name: 'Limit',
        look: 'beside',
        values: parts.map(({ known_share: known }) => percent(known.limit)),
        // Each part has its own; all together have none.
        total: '',
      },
    ],
  };
}

/** Of all suggestions together. */
function meanOf(shares: readonly KnownShare[]): number {
  const total = (valueOf: (share: KnownShare) => number) => shares.reduce((sum, share) => sum + valueOf(share), 0);
  return total(({ of, mean }) => of * (mean ?? 0)) / total(({ of }) => of);
}

function isBelow({ mean, limit }: KnownShare): boolean {
  return mean !== null && limit !== null && mean <= limit;
}

function knownWords(known: KnownShare): string {
  if (known.mean === null) return 'no words counted';
  const limit = known.limit === null ? '' : `, limit ${percentText(known.limit)}`;
  const below = isBelow(known) ? ', below its limit' : '';
  return `${percentText(known.mean)} known in ${countText(known.of)} suggestions${limit}${below}`;
}

function percentText(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
