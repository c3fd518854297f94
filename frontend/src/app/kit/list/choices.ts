import type { Person } from '../../api/model';
import { type ValueOption, personOption } from '../../ui/vocabulary';

/** One thing to filter by. */
export interface Choice {
  value: string;
  label: string;
  /** The heading it stands under with its neighbours of the same group. */
  group?: string;
  /** Shown as the tag of the vocabulary instead of the plain word. */
  option?: ValueOption;
}

/** Choices under one heading, or under none. */
export interface ChoiceGroup {
  readonly heading: string | undefined;
  readonly choices: readonly Choice[];
}

/** Choices in their order, neighbours of the same group together. */
export function grouped(choices: readonly Choice[]): readonly ChoiceGroup[] {
  const groups: { heading: string | undefined; choices: Choice[] }[] = [];
  for (const choice of choices) {
    const last = groups.at(-1);
    if (last && last.heading === choice.group) last.choices.push(choice);
    else groups.push({ heading: choice.group, choices: [choice] });
  }
  return groups;
}

/** Values of the vocabulary to filter by, shown as their tags. */
export function valueChoices(options: readonly ValueOption[]): readonly Choice[] {
  return options.map((option) => ({ value: option.value, label: option.label, option }));
}

/** People to filter by; those who left are found too. */
export function personChoices(people: readonly Person[]): readonly Choice[] {
  return valueChoices(people.map(({ id, display_name: label }) => personOption(id, label)));
}
