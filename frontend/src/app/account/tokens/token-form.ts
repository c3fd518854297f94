import type { AbstractControl, FormControl, FormGroup, NonNullableFormBuilder, ValidationErrors } from '@angular/forms';
import type { Scope } from '../../api/model';
import { atMost, needed, rule } from '../../kit/forms/rules';

type Expiry = '30' | '90' | '365' | 'other';

export type TokenForm = FormGroup<{
  name: FormControl<string>;
  scopes: FormGroup<Record<Scope, FormControl<boolean>>>;
  expiry: FormControl<Expiry>;
  /** The number of days for `other`. */
  days: FormControl<string>;
}>;

type TokenValues = ReturnType<TokenForm['getRawValue']>;

const NAME_MAX = 80;
const DAYS_MAX = 365;

/** What a token must have; the rules are those of the API. */
export function tokenForm(build: NonNullableFormBuilder): TokenForm {
  const scopes = { 'tickets:read': true, 'tickets:write': false, admin: false };
  const expiry = build.control<Expiry>('90');
  const days = build.control(
    '',
    rule('days', (text) => daysMessage({ expiry: expiry.value, days: text })),
  );
  expiry.valueChanges.subscribe(() => days.updateValueAndValidity());
  return build.group({
    name: build.control('', [
      needed('Give the token a name.'),
      atMost(NAME_MAX, `Shorten the name; ${NAME_MAX} characters fit.`),
    ]),
    scopes: build.group(scopes, { validators: someScope }),
    expiry,
    days,
  });
}

/** How long the token is to work; NaN when that is not a number. */
export function expiryDays({ expiry, days }: Pick<TokenValues, 'expiry' | 'days'>): number {
  if (expiry !== 'other') return Number(expiry);
  return /^\d+$/.test(days.trim()) ? Number(days) : NaN;
}

function someScope({ value }: AbstractControl<TokenValues['scopes']>): ValidationErrors | null {
  return Object.values(value).includes(true) ? null : { scopes: 'Choose what the token may do.' };
}

function daysMessage(values: Pick<TokenValues, 'expiry' | 'days'>): string | null {
  const days = expiryDays(values);
  return days >= 1 && days <= DAYS_MAX ? null : `Give a number of days from 1 to ${DAYS_MAX}.`;
}
