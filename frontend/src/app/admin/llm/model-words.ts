import type { SuggesterModel } from '../../api/admin-model';
import { withinSentence } from '../../ui/author';
import type { Names } from '../../ui/names';

/** What a model is, or why it does not answer, under its name. */
export function modelWords(
  { state, why, comparison, learned_from: from, activated_by: by }: SuggesterModel,
  names: Names,
): string {
  if (state === 'aside' && why === 'worse') return 'kept aside: worse than the one that answered';
  if (state === 'aside' && why === 'no_better') return 'kept aside: no clear win over the chosen one';
  if (state === 'aside') {
    const lost = (comparison?.lost ?? []).map((key) => names.category(key));
    return `kept aside: finds no ${lost.join(', ') || 'category'} any more`;
  }
  if (why === 'chosen' && by !== null) return `chosen by ${withinSentence(names.person(by))}`;
  if (why === 'starter') return 'shipped with the desk';
  return from.tickets > 0 ? 'learned from tickets' : 'made again for other words or categories';
}
