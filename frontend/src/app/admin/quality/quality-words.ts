import type { Quality, QualityPeriod } from '../../api/admin-model';
import { minuteWords } from '../../ui/moment-words';
import { percentNumber } from '../../ui/numbers';

export const PERIOD_LABELS: Readonly<Record<QualityPeriod, string>> = {
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  '365d': 'Last 365 days',
};

export const DEFAULT_PERIOD: QualityPeriod = '30d';

interface Suggesting {
  source: string;
  model: string | null;
  version: string | null;
  /** When the desk made it, as far as that is known. */
  made_at?: string | null;
}

/** "gpt-4o-mini, prompt v3", "Built-in suggester, version c0ffee01 of 20 Apr 2026, 03:10". */
export function suggesterWords(suggesting: Suggesting): string {
  const { source, version } = suggesting;
  const name = nameWords(suggesting);
  return version ? `${name}, ${versionWords(source, version)}${timeWords(suggesting)}` : name;
}

/** The same in a heading, where the time alone tells one model of the desk from another: "Built-in suggester of 20 Apr 2026, 03:10". */
export function briefSuggesterWords(suggesting: Suggesting): string {
  const isTold = suggesting.source === 'local' && suggesting.made_at;
  return isTold ? nameWords(suggesting) + timeWords(suggesting) : suggesterWords(suggesting);
}

/** What is written at a change: "prompt v3", or the model where that is what changed. */
export function changeWords(change: Suggesting, before: Suggesting | undefined): string {
  if (change.source !== 'local' && change.model !== before?.model) return change.model ?? change.source;
  return change.version ? versionWords(change.source, change.version) : suggesterWords(change);
}

/** "1.3 points" between confidence and what came true. */
export function gapWords(ece: number): string {
  return `${percentNumber(ece)} points`;
}

/** What stands in place of percentages, while too few people have decided; null when there are enough. */
export function unmeasuredWords({ measured, confirmed }: Pick<Quality, 'measured' | 'confirmed'>): string | null {
  if (measured) return null;
  const tickets = confirmed === 1 ? '1 ticket is confirmed' : `${confirmed} tickets are confirmed`;
  return `${confirmed === 0 ? 'No ticket is confirmed' : tickets} so far. Percentages appear from 50.`;
}

function nameWords({ source, model }: Suggesting): string {
  return source === 'local' ? 'Built-in suggester' : (model ?? source);
}

/** " of 20 Apr 2026, 03:10", or '' where it is not known. */
function timeWords({ made_at: made }: Suggesting): string {
  return made ? ` of ${minuteWords(Date.parse(made))}` : '';
}

function versionWords(source: string, version: string): string {
  return source === 'local' ? `version ${version}` : `prompt v${version}`;
}
