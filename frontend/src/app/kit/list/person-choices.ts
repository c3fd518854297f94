import type { Person } from '../../api/model';
import { personOption } from '../../ui/vocabulary';
import type { Choice } from './choice-chip';

/** People to filter by; those who left are found too. */
export function personChoices(people: readonly Person[]): readonly Choice[] {
  return people.map(({ id, display_name: label }) => ({ value: String(id), label, option: personOption(id, label) }));
}
