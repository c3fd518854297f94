import type { CountVerification } from '../stats/count-verification.repository.ts';

/** More of them would help nobody. */
const SHOWN = 20;

/** What a verification found, fit for a terminal. */
export interface Verdict {
  readonly right: boolean;
  readonly words: string;
}

/**
 * Compares every count that is kept with a scan of all tickets at one moment, while the desk runs.
 *
 * @param repair whether what is wrong is counted anew, and compared again.
 */
export async function verifyStats(counts: CountVerification, { repair }: { repair: boolean }): Promise<Verdict> {
  const wrong = await counts.wrong();
  if (wrong.length === 0) return { right: true, words: 'Every count is what a scan of all tickets finds.' };
  const shown = wrong.slice(0, SHOWN).map(({ what, kept, scanned }) => `  ${what}: ${kept}, not ${scanned}`);
  const more = wrong.length > SHOWN ? [`  and ${wrong.length - SHOWN} more`] : [];
  const found = [`${wrong.length} counts are wrong. Kept, and what a scan finds:`, ...shown, ...more];
  if (!repair) return { right: false, words: [...found, 'With --repair they are counted anew.'].join('\n') };
  await counts.rebuild();
  const left = await counts.wrong();
  const repaired = left.length === 0;
  const outcome = repaired ? 'They were counted anew and are right now.' : `${left.length} are wrong still.`;
  return { right: repaired, words: [...found, outcome].join('\n') };
}
