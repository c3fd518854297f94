import { Validators } from '@angular/forms';
import type { FormControl, FormGroup, NonNullableFormBuilder, ValidatorFn } from '@angular/forms';
import type { Priority } from '../../api/model';
import { atMost, needed, rule } from '../../kit/forms/rules';
import { REQUESTER_RULES, type RequesterEntry } from '../requester/requester-entry';
import { DESCRIPTION_MAX, TITLE_MAX, onOneLine } from './ticket-text';

/** The form of a new ticket, its fields named as on the wire; '' stands for a choice not made. */
export type NewTicketForm = FormGroup<{
  title: FormControl<string>;
  description: FormControl<string>;
  category: FormControl<string>;
  priority: FormControl<Priority | ''>;
  requester: FormControl<RequesterEntry>;
}>;

/** What a new ticket must have; the rules are those of the API. */
export function newTicketForm(builder: NonNullableFormBuilder): NewTicketForm {
  return builder.group({
    title: builder.control('', [Validators.required, ...TITLE_RULES]),
    description: builder.control('', [Validators.required, ...DESCRIPTION_RULES]),
    category: builder.control('', mustHave('Choose a category.')),
    priority: builder.control<Priority | ''>('', mustHave('Choose a priority.')),
    requester: builder.control<RequesterEntry>('', [...REQUESTER_RULES]),
  });
}

/** Angular's own rule says nothing by the field; it tells those who listen that the field must be filled. */
function mustHave(words: string): ValidatorFn[] {
  return [Validators.required, needed(words)];
}

const oneLine = rule('one-line', (text) => {
  const trimmed = text.trim();
  return onOneLine(trimmed) === trimmed ? null : 'Keep the title on one line.';
});

function fits(field: 'title' | 'description', max: number): ValidatorFn {
  const words = (by: number) => {
    const characters = `${by.toLocaleString('en')} ${by === 1 ? 'character' : 'characters'}`;
    return `Shorten the ${field} by ${characters}; ${max.toLocaleString('en')} fit.`;
  };
  return atMost(max, words, field === 'title');
}

/** What a title must be, wherever it is written. */
export const TITLE_RULES: readonly ValidatorFn[] = [
  needed('Give the ticket a title.'),
  oneLine,
  fits('title', TITLE_MAX),
];

/** What a description must be, wherever it is written. */
export const DESCRIPTION_RULES: readonly ValidatorFn[] = [
  needed('Describe what happened.'),
  fits('description', DESCRIPTION_MAX),
];
