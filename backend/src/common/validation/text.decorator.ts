import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import { type TextLimits, type TextProblem, textProblem } from './text.ts';
import { isVisible } from './unseen.ts';
import { written } from './written.ts';

/** What nobody can see is empty, where that may be too; what cannot be stored is told as such. */
const tidied = ({ singleLine = false }: TextLimits) =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    return isVisible(value) || value.includes('\0') ? written(value, singleLine) : '';
  });

/**
 * A text field: without the white space around it (see `written`), then checked for presence, length in characters (code
 * points, as the database counts) and characters that cannot be stored. `label` begins the sentence that a person reads.
 */
export function Text(label: string, limits: TextLimits): PropertyDecorator {
  const messages: Record<TextProblem, string> = {
    required: `${label} is required.`,
    not_text: `${label} must be text.`,
    too_long: `${label} must be at most ${limits.max.toLocaleString('en')} characters long.`,
    not_one_line: `${label} must be a single line without control characters.`,
    disguised: `${label} must not hold characters that turn the direction of letters.`,
    invalid_characters: `${label} contains a character that cannot be stored.`,
  };
  return applyDecorators(
    tidied(limits),
    ...Object.entries(messages).map(([problem, message]) => (target: object, propertyName: string | symbol) => {
      registerDecorator({
        name: problem,
        target: target.constructor,
        propertyName: String(propertyName),
        options: { message },
        validator: { validate: (value: unknown) => textProblem(value, limits) !== problem },
      });
    }),
  );
}
