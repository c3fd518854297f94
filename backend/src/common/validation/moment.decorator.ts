import { ValidateBy } from 'class-validator';

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A time as ISO 8601 writes it, with its distance from UTC; a date alone means its first moment, in UTC. */
export function Moment(label: string): PropertyDecorator {
  return ValidateBy({
    name: 'not_a_time',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && ISO.test(value) && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => `${label} must be a time like 2026-04-20T09:00:00Z, or a date.`,
    },
  });
}
