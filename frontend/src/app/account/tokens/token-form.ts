import type { FormControl, FormGroup } from '@angular/forms';
import type { Scope } from '../../api/model';

export type TokenForm = FormGroup<{
  name: FormControl<string>;
  scopes: FormGroup<Record<Scope, FormControl<boolean>>>;
  expiry: FormControl<'30' | '90' | '365' | 'other'>;
  /** The number of days for `other`. */
  days: FormControl<string>;
}>;

type TokenValues = ReturnType<TokenForm['getRawValue']>;
type Messages = Partial<Record<keyof TokenValues, string>>;

const NAME_MAX = 80;
const DAYS_MAX = 365;

/** How long the token is to work; NaN when that is not a number. */
export function expiryDays({ expiry, days }: Pick<TokenValues, 'expiry' | 'days'>): number {
  if (expiry !== 'other') return Number(expiry);
  return /^\d+$/.test(days.trim()) ? Number(days) : NaN;
}

/** What each field lacks; the rules are those of the API. */
export function tokenMessages(values: TokenValues): Messages {
  const messages: Messages = {};
  const name = values.name.trim();
  if (name === '') messages.name = 'Give the token a name.';
  else if ([...name].length > NAME_MAX) messages.name = `Shorten the name; ${NAME_MAX} characters fit.`;
  if (!Object.values(values.scopes).includes(true)) messages.scopes = 'Choose what the token may do.';
  const days = expiryDays(values);
  if (!(days >= 1 && days <= DAYS_MAX)) messages.days = `Give a number of days from 1 to ${DAYS_MAX}.`;
  return messages;
}
