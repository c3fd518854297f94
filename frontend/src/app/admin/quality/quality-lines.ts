import type { Quality, QualityShare } from '../../api/admin-model';
import { shortDay } from '../../stats/days';
import type { LineData } from '../../ui/chart/line-data';
import { countText } from '../../ui/numbers';
import { changeWords, suggesterWords } from './quality-words';

type Part = Quality['parts'][number];

/** Acceptance and accuracy over time, ready to be drawn; null where there is nothing to draw. */
export function qualityLines({
  parts,
  changes,
  models,
  unit,
  acceptance,
  unbiased_accuracy,
}: Quality): LineData | null {
  if (parts.every((part) => part.acceptance.share === null && part.unbiased_accuracy.share === null)) return null;
  const marks = changes.map((change, index) => {
    // What a period began with is no change, but it has suggested something.
    const isBefore = ({ source, first_at: first }: Quality['models'][number]) =>
      source === change.source && first < change.at;
    const before = changes.slice(0, index).findLast(({ source }) => source === change.source) ?? models.find(isBefore);
    return { place: change.part, label: changeWords(change, before), words: suggesterWords(change) };
  });
  const changed = (index: number) =>
    marks.filter(({ place }) => place === index).map(({ words }) => `, change to ${words}`);
  return {
    title: unit === 'day' ? 'By day' : 'By week',
    caption: `Acceptance and unbiased accuracy by ${unit}`,
    summary: summaryOf(parts, unit, marks),
    placeName: unit === 'day' ? 'Day' : 'Week to',
    extent: `${parts.length} ${unit}s`,
    stride: unit === 'day' ? 7 : 4,
    places: parts.map((part, index) => ({
      label: shortDay(part.to),
      heading: part.from === part.to ? shortDay(part.to) : `${shortDay(part.from)} to ${shortDay(part.to)}`,
      words:
        `${shortDay(part.to)}: accepted ${valueWords(part.acceptance)}, unbiased ${valueWords(part.unbiased_accuracy)}` +
        changed(index).join(''),
    })),
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
        total: valueWords(unbiased_accuracy),
      },
    ],
    valueText: (value) => `${Math.round(value)}\u00a0%`,
    scale: 'shares',
    marks: together(marks),
  };
}

/** One mark for each place: where more happened at once, their number. */
function together(marks: readonly { place: number; label: string }[]): { place: number; label: string }[] {
  return [...new Set(marks.map(({ place }) => place))].map((place) => {
    const here = marks.filter((mark) => mark.place === place);
    return { place, label: here.length === 1 ? (here[0]?.label ?? '') : `${here.length} changes` };
  });
}

function summaryOf(parts: readonly Part[], unit: string, marks: readonly { words: string }[]): string {
  const known = parts.filter(({ acceptance }) => acceptance.share !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `No suggestion was decided in any ${unit}.`;
  const change = marks.length === 0 ? '' : ` Changes: ${marks.map(({ words }) => words).join('; ')}.`;
  return (
    `Acceptance by ${unit}: ${valueWords(first.acceptance)} in the ${unit} to ${shortDay(first.to)}, ` +
    `${valueWords(last.acceptance)} in the ${unit} to ${shortDay(last.to)}.${change}`
  );
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

function valueWords({ of, share }: QualityShare): string {
  return share === null ? 'unknown' : `${Math.round(share * 100)}\u00a0% of ${countText(of)}`;
}
