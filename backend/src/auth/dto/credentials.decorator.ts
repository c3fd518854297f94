import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';

/** Longer than any password that is accepted, in UTF-16 units; what is longer need not be hashed to be refused. */
const INPUT_MAX = 1_024;

/** Half a character would be hashed as any other half. */
const WHOLE_CHARACTERS = {
  name: 'wholeCharacters',
  validator: { validate: (value: unknown) => typeof value !== 'string' || value.isWellFormed() },
};

/** A password that somebody claims to have, as it is: nothing is trimmed. */
export function GivenPassword(label: string): PropertyDecorator {
  const message = `${label} contains a broken character.`;
  return applyDecorators(
    ValidateBy(WHOLE_CHARACTERS, { message, context: { code: 'invalid_characters' } }),
    IsString({ message: `${label} must be text.`, context: { code: 'not_text' } }),
    MinLength(1, { message: `${label} is required.`, context: { code: 'required' } }),
    MaxLength(INPUT_MAX, { message: `${label} is too long.`, context: { code: 'too_long' } }),
  );
}
