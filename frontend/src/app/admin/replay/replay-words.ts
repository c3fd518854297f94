import type { PlannedSide, ReplayField, ReplayPreview, ReplayResult } from '../../api/admin-model';
import { counted, figure } from '../../ui/count-words';
import { intervalWords, percentNumber } from '../../ui/numbers';
import { percentText } from '../llm/settings/percent';
import { money } from '../llm/settings/money';

/** "Own model c0ffee03, sure of a category from 70 %", "gpt-4o-mini, prompt v2, without examples". */
export function sideWords(side: PlannedSide): string {
  if (side.by === 'llm')
    return [side.llm_model, `prompt v${side.version}`, side.examples ? null : 'without examples']
      .filter(Boolean)
      .join(', ');
  const from = (what: string, share: number | null) =>
    share === null ? null : `sure of a ${what} from ${percentText(share)} %`;
  return [
    `Own model ${side.version}`,
    from('category', side.category_threshold),
    from('priority', side.priority_threshold),
  ]
    .filter(Boolean)
    .join(', ');
}

/** How many tickets there are, and how those are tried that a model has learned from. */
export function previewWords({ tickets, learned }: ReplayPreview): string {
  const known = Math.max(learned.baseline, learned.candidate);
  const fresh =
    known === 0
      ? 'No side has learned from any of them.'
      : `${figure(known)} of them a model may have learned from: for these, one is made in its place without them, a fifth at a time.`;
  return `${counted(tickets, 'decided ticket')}. ${fresh}`;
}

/** What it costs; null when no LLM is asked. */
export function costWords({ cost }: ReplayPreview): string | null {
  if (!cost) return null;
  const asked = counted(cost.questions, 'question');
  if (cost.most === null) return `${asked} to the LLM. What they cost nobody knows: the model has no price.`;
  const likely = cost.likely === null ? '' : `, likely about ${money(cost.likely)}`;
  const left = cost.left === null ? '' : ` Today's budget leaves ${money(cost.left)}; asking ends there.`;
  return `${asked} to the LLM cost at most ${money(cost.most)}${likely}. Calls that are made again may add to it.${left}`;
}

/** A figure as it is written, and its interval; '' where it has none. */
interface Figure {
  readonly value: string;
  readonly interval: string;
}

interface FigureRow {
  readonly label: string;
  readonly baseline: Figure;
  readonly candidate: Figure;
  readonly difference: Figure;
}

/** One line for each figure: both sides, and the difference with its interval, in points. */
export function figureRows({ baseline, candidate, difference }: ReplayField): FigureRow[] {
  const share = (name: 'right' | 'named' | 'precision' | 'abstained') => ({
    baseline: shareWords(baseline[name]),
    candidate: shareWords(candidate[name]),
    difference: differenceWords(difference[name]),
  });
  return [
    { label: 'Right', ...share('right') },
    { label: 'Names one value', ...share('named') },
    { label: 'Right where it names one', ...share('precision') },
    { label: 'Says nothing', ...share('abstained') },
    {
      label: 'Confidence off by',
      baseline: { value: pointsOf(baseline.ece), interval: '' },
      candidate: { value: pointsOf(candidate.ece), interval: '' },
      difference: differenceWords(difference.ece),
    },
  ];
}

/** What is to be known about how it was measured. */
export function measuredLines({ compared, gone, not_asked, stopped, failures, measured }: ReplayResult): string[] {
  const side = (name: 'baseline' | 'candidate', label: string) => {
    const { as_it_stands: asIs, made_again: again, of_other_words: other } = measured[name];
    if (again === 0) return `${label}: had learned from none of these tickets.`;
    const rest = asIs === 0 ? '' : ` The other ${figure(asIs)} it judged as it stands.`;
    const words = other ? ' Words or categories have changed since it was made; those of today count here.' : '';
    return `${label}: ${figure(again)} it may have learned from were judged by a model made in its place without them.${rest}${words}`;
  };
  const failed = (name: 'baseline' | 'candidate', label: string) =>
    Object.entries(failures[name]).map(
      ([reason, count]) =>
        `${label}: ${counted(count, 'question')} without an answer (${reason.replaceAll('_', ' ')}).`,
    );
  return [
    `Both sides on the same ${counted(compared, 'ticket')}, the newest that people decided. Intervals are 95 %.`,
    side('baseline', 'Baseline'),
    side('candidate', 'Candidate'),
    ...failed('baseline', 'Baseline'),
    ...failed('candidate', 'Candidate'),
    ...(stopped === null ? [] : [stoppedWords(stopped, not_asked)]),
    ...(gone > 0 ? [`${counted(gone, 'ticket')} went meanwhile.`] : []),
  ];
}

function stoppedWords(reason: string, left: number): string {
  const why =
    reason === 'budget_used' ? "today's budget was used up" : `ten in a row failed (${reason.replaceAll('_', ' ')})`;
  return `Asking ended early, because ${why}; ${counted(left, 'ticket')} left out.`;
}

function shareWords(share: ReplayField['baseline']['right']) {
  return { value: share.share === null ? '–' : `${percentNumber(share.share)} %`, interval: intervalWords(share) };
}

function differenceWords(difference: { value: number; low: number; high: number } | null) {
  if (!difference) return { value: '–', interval: '' };
  const { value, low, high } = difference;
  return { value: signed(value), interval: `${signed(low)} to ${signed(high)}` };
}

function pointsOf(ece: number | null): string {
  return ece === null ? '–' : `${percentNumber(ece)} points`;
}

function signed(share: number): string {
  const points = percentNumber(Math.abs(share));
  return points === '0.0' ? points : `${share < 0 ? '−' : '+'}${points}`;
}
