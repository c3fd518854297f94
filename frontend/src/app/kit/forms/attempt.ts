import { type AbstractControl, FormArray, FormControl, FormGroup } from '@angular/forms';
import type { ProblemError } from '../../api/problem-error';
import { takeBackTold, tell, tellWithin } from '../../ui/field-message';

/** Names of controls by those on the wire, where they differ. */
export type Named = Readonly<Partial<Record<string, string>>>;

/** From now on everything that is wrong is said; what was told about an earlier attempt does not stand in the way. */
export function attempt(form: AbstractControl): void {
  for (const control of all(form)) takeBackTold(control);
  form.markAllAsTouched();
  form.markAllAsDirty();
}

/**
 * Says by the fields what the API has against them, or against what stands within one of them; gives the sentences that
 * belong to none.
 */
export function tellFields(form: AbstractControl, problem: ProblemError, named: Named = {}): readonly string[] {
  const elsewhere: string[] = [];
  for (const { field, message } of problem.errors) {
    const name = named[field] ?? field;
    const [outer = '', ...place] = name.split('.');
    const [control, around] = [form.get([name]), form.get([outer])];
    if (control) tell(control, message);
    else if (around instanceof FormControl) tellWithin(around, place.join('.'), message);
    else elsewhere.push(message);
  }
  return elsewhere;
}

function all(control: AbstractControl): AbstractControl[] {
  const children = control instanceof FormGroup || control instanceof FormArray ? Object.values(control.controls) : [];
  return [...children.flatMap((child: AbstractControl) => all(child)), control];
}
