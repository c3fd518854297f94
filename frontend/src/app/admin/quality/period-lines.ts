import type { Quality } from '../../api/admin-model';
import { shortDay } from '../../stats/days';
import type { LineData, LineMark } from '../../ui/chart/line-data';
import { changeWords, suggesterWords } from './quality-words';

export type QualityPart = Quality['parts'][number];

/** What every line over the parts of a period has, whatever it is of: the parts, and the changes of model or prompt. */
export type PeriodLines = Pick<
  LineData,
  'placeName' | 'extent' | 'stride' | 'places' | 'marks' | 'valueText' | 'scale'
> & {
  /** The changes in a sentence, to end a summary with; empty without any. */
  changes: string;
};

/** @param wordsOf what a part shows, as it is read aloud after its day: "accepted 87 % of 400" */
export function periodLines(
  { parts, changes, models, unit }: Quality,
  wordsOf: (part: QualityPart) => string,
): PeriodLines {
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
    placeName: unit === 'day' ? 'Day' : 'Week to',
    extent: `${parts.length} ${unit}s`,
    stride: unit === 'day' ? 7 : 4,
    places: parts.map((part, index) => ({
      label: shortDay(part.to),
      heading: part.from === part.to ? shortDay(part.to) : `${shortDay(part.from)} to ${shortDay(part.to)}`,
      words: `${shortDay(part.to)}: ${wordsOf(part)}${changed(index).join('')}`,
    })),
    valueText: (value) => `${Math.round(value)}\u00a0%`,
    scale: 'shares',
    marks: together(marks),
    changes: marks.length === 0 ? '' : ` Changes: ${marks.map(({ words }) => words).join('; ')}.`,
  };
}

/** A share in percent, as lines are drawn. */
export function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

/** One mark for each place: where more happened at once, their number. */
function together(marks: readonly LineMark[]): LineMark[] {
  return [...new Set(marks.map(({ place }) => place))].map((place) => {
    const here = marks.filter((mark) => mark.place === place);
    return { place, label: here.length === 1 ? (here[0]?.label ?? '') : `${here.length} changes` };
  });
}
