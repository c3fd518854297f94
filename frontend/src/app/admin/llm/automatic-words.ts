import type { AutomaticCategory } from '../../api/admin-model';
import { countText, percentNumber } from '../../ui/numbers';

/** "188 of 200 right, at least 89.8 %"; the bound is that of the 95 % interval. */
export function recordWords({ record }: AutomaticCategory): string {
  if (record.of === 0) return 'Nobody has decided yet';
  return `${countText(record.right)} of ${countText(record.of)} right, at least ${percentNumber(record.bound)} %`;
}

/** Why it is off or cannot be switched on, or what it has done; '' when there is nothing to say. */
export function automaticWords(one: AutomaticCategory, usually: number): string {
  const { applied, corrected, stopped } = one;
  const done =
    applied === 0 ? '' : `Applied to ${countText(applied)}, of which people put ${countText(corrected)} elsewhere.`;
  if (one.enabled) return done || 'From now on; nothing has been applied yet.';
  const fell = stopped
    ? `Stopped by itself: ${countText(stopped.right)} of ${countText(stopped.of)} right is at least ${percentNumber(stopped.bound)} %, under ${percentNumber(one.target)} %.`
    : '';
  return [fell, outlook(one, usually), done].filter(Boolean).join(' ');
}

function outlook({ why_not: why, record, needed, target }: AutomaticCategory, usually: number): string {
  const wanted = `at least ${percentNumber(target)} % is wanted`;
  if (why === null) return 'The record allows it.';
  if (why === 'too_few') return `Not yet: too few are decided; in practice it takes about ${countText(usually)}.`;
  if (needed === null || needed <= record.of) return `Not yet: ${wanted}, and as it goes that will not be reached.`;
  return `Not yet: ${wanted}; as it goes, from about ${countText(needed)} decided tickets on.`;
}
