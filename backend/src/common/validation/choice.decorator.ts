import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, ValidateIf, registerDecorator } from 'class-validator';
import { anyOf, oneOf } from './choice-words.ts';

/** A field that takes one of a fixed set of words. */
export function Choice(label: string, choices: readonly string[]): PropertyDecorator {
  return applyDecorators(
    rule('required', `${label} is required.`, (value) => value !== undefined && value !== null && value !== ''),
    rule('unknown_value', `${label} must be ${oneOf(choices)}.`, (value) => {
      const missing = value === undefined || value === null || value === '';
      return missing || (typeof value === 'string' && choices.includes(value));
    }),
  );
}

/** The field may be left out; null is not the same as left out. */
export function Omittable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** The field may be left out or null. */
export function OmittableOrNull(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined && value !== null);
}

/** A query parameter that is `true` or `false`. */
export function QueryFlag(label: string): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: `${label} must be true or false.` }),
  );
}

/** A query parameter that takes several words: repeated, comma-separated, or both. */
export function CommaSeparated(): PropertyDecorator {
  return Transform(({ value }) => splitList(value));
}

/** Like `CommaSeparated`, for a fixed set of words. */
export function Choices(label: string, choices: readonly string[]): PropertyDecorator {
  const message = `${label} takes ${anyOf(choices)}.`;
  return applyDecorators(CommaSeparated(), IsIn(choices, { each: true, message, context: { code: 'unknown_value' } }));
}

function splitList(value: unknown): unknown {
  if (value === undefined) return undefined;
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part: unknown) =>
    typeof part === 'string' ? part.split(',') : [part],
  );
  const values = new Set(
    parts.map((part) => (typeof part === 'string' ? part.trim() : part)).filter((part) => part !== ''),
  );
  return values.size === 0 ? undefined : [...values];
}

function rule(name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message },
      validator: { validate },
    });
  };
}
