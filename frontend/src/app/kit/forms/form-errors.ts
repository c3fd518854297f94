import { type AbstractControl, type ValidationErrors, type ValidatorFn } from '@angular/forms';
import { problemOf } from '../../api/problem-error';
import { FROM_SERVER } from '../../ui/field-message';

/** Puts what the API says about single fields by those fields; gives the names of those that were found. */
export function showFieldErrors(error: unknown, form: AbstractControl): readonly string[] {
  const shown: string[] = [];
  for (const { field, message } of problemOf(error)?.errors ?? []) {
    const control = form.get([field]);
    if (!control) continue;
    control.setErrors({ [FROM_SERVER]: message });
    control.markAsTouched();
    shown.push(field);
  }
  return shown;
}

/** Blank counts as empty. */
export const notBlank: ValidatorFn = (control): ValidationErrors | null =>
  textOf(control).trim() === '' ? { blank: true } : null;

/** A pattern with a sentence that says what it wants. */
export function matching(pattern: RegExp, words: string): ValidatorFn {
  return (control) => {
    const text = textOf(control).trim();
    return text === '' || pattern.test(text) ? null : { words };
  };
}

function textOf({ value }: AbstractControl<unknown>): string {
  return typeof value === 'string' ? value : '';
}
