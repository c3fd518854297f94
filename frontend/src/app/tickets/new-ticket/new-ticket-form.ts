import { type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Validators } from '@angular/forms';
import type {
  AbstractControl,
  FormControl,
  FormGroup,
  NonNullableFormBuilder,
  ValidationErrors,
  ValidatorFn,
} from '@angular/forms';
import { map } from 'rxjs';
import type { Priority } from '../../api/model';
import { DESCRIPTION_MAX, TITLE_MAX, characters, onOneLine } from './ticket-text';

/** The form of a new ticket; '' stands for a choice not made. */
export type NewTicketForm = FormGroup<{
  title: FormControl<string>;
  description: FormControl<string>;
  category: FormControl<string>;
  priority: FormControl<Priority | ''>;
}>;

/** What a new ticket must have; the rules are those of the API. */
export function newTicketForm(builder: NonNullableFormBuilder): NewTicketForm {
  return builder.group({
    title: builder.control('', [Validators.required, notBlank, oneLine, atMost(TITLE_MAX)]),
    description: builder.control('', [Validators.required, notBlank, atMost(DESCRIPTION_MAX)]),
    category: builder.control('', Validators.required),
    priority: builder.control<Priority | ''>('', Validators.required),
  });
}

/** Named as on the wire, in their order on the screen. */
export const FIELDS = ['title', 'description', 'category', 'priority'] as const;
export type Field = (typeof FIELDS)[number];

const MISSING: Readonly<Record<Field, string>> = {
  title: 'Give the ticket a title.',
  description: 'Describe what happened.',
  category: 'Choose a category.',
  priority: 'Choose a priority.',
};

/**
 * What to say by a field, or null. `api` holds a sentence of the API and `retired` the category that was taken out of
 * use, until the field changes.
 */
export function fieldMessage(field: Field, errors: ValidationErrors | null): string | null {
  if (!errors) return null;
  if (errors['required']) return MISSING[field];
  if (errors['oneLine']) return `Keep the ${field} on one line.`;
  const tooLong = errors['tooLong'] as { by: number; max: number } | undefined;
  if (tooLong) {
    const by = `${tooLong.by.toLocaleString('en')} ${tooLong.by === 1 ? 'character' : 'characters'}`;
    return `Shorten the ${field} by ${by}; ${tooLong.max.toLocaleString('en')} fit.`;
  }
  if (typeof errors['retired'] === 'string')
    return `“${errors['retired']}” is no longer in use. Choose another category.`;
  return typeof errors['api'] === 'string' ? errors['api'] : null;
}

/** The message by a field, once a person has left it or tried to submit. Call it in an injection context. */
export function shownMessage(field: Field, control: AbstractControl): Signal<string | null> {
  const message = () => (control.touched ? fieldMessage(field, control.errors) : null);
  return toSignal(control.events.pipe(map(message)), { initialValue: message() });
}

function notBlank(control: AbstractControl<string>): ValidationErrors | null {
  return control.value.trim() === '' ? { required: true } : null;
}

function oneLine(control: AbstractControl<string>): ValidationErrors | null {
  const text = control.value.trim();
  return onOneLine(text) === text ? null : { oneLine: true };
}

function atMost(max: number): ValidatorFn {
  return (control: AbstractControl<string>) => {
    const by = characters(control.value) - max;
    return by > 0 ? { tooLong: { by, max } } : null;
  };
}
