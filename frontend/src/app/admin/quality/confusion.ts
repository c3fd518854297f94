import type { Quality } from '../../api/admin-model';
import { countText, shareText } from '../../ui/numbers';
import type { ValueOption } from '../../ui/vocabulary';

/** One cell: tickets with a suggestion of one value where a person chose another, or the same. */
export interface MatrixCell {
  suggested: ValueOption;
  chosen: ValueOption;
  count: number;
  text: string;
  /** Of its row. */
  share: string;
  isSame: boolean;
  /** How much of the colour, 0 to 100. */
  tone: number;
}

export interface MatrixRow {
  chosen: ValueOption;
  total: string;
  cells: readonly MatrixCell[];
}

/** The rows are what people chose, the columns what was suggested; only values that occur. */
export function matrixOf(cells: Quality['confusion'], options: readonly ValueOption[]): readonly MatrixRow[] {
  const used = options.filter(({ value }) => cells.some((cell) => cell.suggested === value || cell.chosen === value));
  return used.map((chosen) => {
    const row = cells.filter((cell) => cell.chosen === chosen.value);
    const total = row.reduce((sum, { count }) => sum + count, 0);
    return {
      chosen,
      total: countText(total),
      cells: used.map((suggested) => {
        const count = row.find((cell) => cell.suggested === suggested.value)?.count ?? 0;
        const share = total === 0 ? 0 : count / total;
        const isSame = suggested.value === chosen.value;
        // What is kept goes from 10 to 24 percent of the colour; a tenth of misses is as loud as it gets.
        const tone = isSame ? 10 + 14 * share : Math.min(100, share * 1000);
        return { suggested, chosen, count, text: countText(count), share: shareText(count, total), isSame, tone };
      }),
    };
  });
}

/** The most common miss, where there is one. */
export function worstMiss(rows: readonly MatrixRow[]): MatrixCell | null {
  const misses = rows.flatMap(({ cells }) => cells).filter(({ isSame, count }) => !isSame && count > 0);
  return misses.toSorted((one, other) => other.count - one.count)[0] ?? null;
}
