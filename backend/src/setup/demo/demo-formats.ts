import type { DemoCustomer } from './demo-customers.ts';
import type { DemoLanguage } from './demo-scenario.ts';

const LOCALES: Record<DemoLanguage, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };

type Market = DemoCustomer['market'];

/** How people of one language write dates, times (UTC), numbers and sums. */
export interface DemoFormats {
  readonly day: (at: number) => string;
  readonly weekday: (at: number) => string;
  readonly month: (at: number) => string;
  readonly clock: (at: number) => string;
  readonly number: (value: number) => string;
  readonly money: (amount: number, market: Market) => string;
}

// Making a formatter takes far longer than using it, and there are hundreds of tickets.
const known = new Map<DemoLanguage, DemoFormats>();

export function formatsOf(language: DemoLanguage): DemoFormats {
  const formats = known.get(language) ?? makeFormats(LOCALES[language]);
  known.set(language, formats);
  return formats;
}

function makeFormats(locale: string): DemoFormats {
  const date = (options: Intl.DateTimeFormatOptions): ((at: number) => string) =>
    bound(new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  const sum = (currency: string): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const sums: Record<Market, Intl.NumberFormat> = {
    eu: sum('EUR'),
    uk: sum('GBP'),
    switzerland: sum('CHF'),
    world: sum('USD'),
  };
  return {
    day: date({ day: 'numeric', month: 'long' }),
    weekday: date({ weekday: 'long' }),
    month: date({ month: 'long' }),
    clock: date({ hour: '2-digit', minute: '2-digit' }),
    number: bound(new Intl.NumberFormat(locale)),
    money: (amount, market) => sums[market].format(amount),
  };
}

function bound(format: { format: (value: number) => string }): (value: number) => string {
  return (value) => format.format(value);
}
