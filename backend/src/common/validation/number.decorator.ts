import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min, ValidateBy } from 'class-validator';
import { hasDecimals } from '../../config/decimals.ts';
import { OmittableOrNull } from './choice.decorator.ts';

/** A whole number in the path or the query, within these bounds. `label` begins the sentence that a person reads. */
export function WholeNumber(label: string, min: number, max = Number.MAX_SAFE_INTEGER): PropertyDecorator {
  const range =
    max === Number.MAX_SAFE_INTEGER ? `of at least ${String(min)}` : `from ${String(min)} to ${String(max)}`;
  const message = `${label} must be a whole number ${range}.`;
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
    ),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** The number that something has on the desk, in a body; it may be left out or null. `message` is what a person reads. */
export function NumberOrNull(message: string): PropertyDecorator {
  return applyDecorators(
    OmittableOrNull(),
    IsInt({ message }),
    Min(1, { message }),
    Max(Number.MAX_SAFE_INTEGER, { message }),
  );
}

/** From where to where a number may go, and how many decimals it may have; without a word as many as it likes. */
export interface NumberLimits {
  readonly max: number;
  readonly decimals?: number;
}

/** A number in a body from 0 on, fractions too. `label` begins the sentence that a person reads. */
export function Fraction(label: string, { max, decimals }: NumberLimits): PropertyDecorator {
  const range = `from 0 to ${max.toLocaleString('en')}`;
  const end = decimals === undefined ? '.' : ` with at most ${String(decimals)} decimals.`;
  const message = `${label} must be a number ${range}${end}`;
  const rule = (name: string, holds: (value: number) => boolean): PropertyDecorator =>
    ValidateBy({
      name,
      validator: {
        validate: (value: unknown) => typeof value !== 'number' || holds(value),
        defaultMessage: () => message,
      },
    });
  return applyDecorators(
    rule('too_precise', (value) => decimals === undefined || hasDecimals(value, decimals)),
    rule('too_large', (value) => value <= max),
    rule('too_small', (value) => value >= 0),
    ValidateBy({
      name: 'not_a_number',
      validator: { validate: (value) => typeof value === 'number', defaultMessage: () => message },
    }),
  );
}
