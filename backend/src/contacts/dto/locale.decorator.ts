import { ValidateBy } from 'class-validator';

/** A language as BCP 47 writes it. */
export function Language(): PropertyDecorator {
  return ValidateBy({
    name: 'not_a_language',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && value.length <= 35 && isLanguage(value),
      defaultMessage: () => 'Language must be a language tag, like de or pt-BR.',
    },
  });
}

/** A time zone as its database names it. */
export function TimeZone(): PropertyDecorator {
  return ValidateBy({
    name: 'not_a_time_zone',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && value.length <= 64 && isTimeZone(value),
      defaultMessage: () => 'Time_zone must be the name of a time zone, like Europe/Berlin.',
    },
  });
}

function isLanguage(tag: string): boolean {
  return holds(() => Intl.getCanonicalLocales(tag));
}

function isTimeZone(name: string): boolean {
  return holds(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

function holds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
