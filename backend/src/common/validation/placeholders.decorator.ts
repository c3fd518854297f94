import { ValidateBy } from 'class-validator';
import { unknownPlaceholders } from '../placeholders.ts';
import { oneOf } from './choice-words.ts';

/** A text in which all placeholders stand for something. @param known their names. */
export function KnownPlaceholders(known: readonly string[]): PropertyDecorator {
  const choices = oneOf(known.map((name) => `{{${name}}}`));
  return ValidateBy({
    name: 'unknown_placeholder',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || unknownPlaceholders(value, known).length === 0,
      defaultMessage: (args) => {
        const [first = ''] = unknownPlaceholders(String(args?.value), known);
        return `Nothing is known of {{${first}}}. A placeholder is ${choices}.`;
      },
    },
  });
}
