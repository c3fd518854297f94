import { ValidateBy } from 'class-validator';

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** A day of the calendar as ISO 8601 writes it, whatever the time zone. */
export function Day(label: string): PropertyDecorator {
  return ValidateBy({
    name: 'not_a_day',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && DAY.test(value) && isReal(value),
      defaultMessage: () => `${label} must be a day like 2026-04-20.`,
    },
  });
}

function isReal(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}
