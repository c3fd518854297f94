import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
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
