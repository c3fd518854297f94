import type { Category, Priority } from '../../api/model';
import { type StandIn, standIn } from './proposal';

const GENERAL = 'general';

/** What stands in where nobody judged the text, as the API itself does it: general and medium, which claim nothing. */
export function defaultProposals(active: readonly Category[]): {
  category: StandIn<string>;
  priority: StandIn<Priority>;
} {
  const [first] = active.toSorted((one, other) => one.position - other.position);
  const category = active.some(({ key }) => key === GENERAL) ? GENERAL : (first?.key ?? GENERAL);
  return { category: standIn(category), priority: standIn('medium') };
}
