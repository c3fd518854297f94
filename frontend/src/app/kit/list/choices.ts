import type { Person } from '../../api/model';
import { type ValueOption, personOption } from '../../ui/vocabulary';

/** One thing to filter by. */
export interface Choice {
  value: string;
  label: string;
  /** Shown as the tag of the vocabulary instead of the plain word. */
  option?: ValueOption;
}

/** Values of the vocabulary to filter by, shown as their tags. */
export function valueChoices(options: readonly ValueOption[]): readonly Choice[] {
  return options.map((option) => ({ value: option.value, label: option.label, option }));
}

/** People to filter by; those who left are found too. */
export function personChoices(people: readonly Person[]): readonly Choice[] {
  return valueChoices(people.map(({ id, display_name: label }) => personOption(id, label)));
}
