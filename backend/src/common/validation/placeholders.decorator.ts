import { ValidateBy } from 'class-validator';
import { unknownPlaceholderWords } from './placeholder-words.ts';

/** A text in which all placeholders stand for something. @param known their names. */
export function KnownPlaceholders(known: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'unknown_placeholder',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || unknownPlaceholderWords(value, known) === null,
      defaultMessage: (args) => unknownPlaceholderWords(String(args?.value), known) ?? '',
    },
  });
}
