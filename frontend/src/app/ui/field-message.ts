import type { AbstractControl } from '@angular/forms';

/** The error of a field that the API sent; it stays until the field is changed. */
export const FROM_SERVER = 'server';

/** What is wrong with a field, as a sentence; '' when nothing is. */
export function errorWords(control: AbstractControl, label: string): string {
  const errors = control.errors;
  if (!errors) return '';
  if (typeof errors[FROM_SERVER] === 'string') return errors[FROM_SERVER];
  if (errors['required'] || errors['blank']) return `${label} is needed.`;
  const tooLong = errors['maxlength'] as { requiredLength: number } | undefined;
  if (tooLong) return `${label} must be at most ${tooLong.requiredLength} characters long.`;
  return typeof errors['words'] === 'string' ? errors['words'] : `${label} is not valid.`;
}
