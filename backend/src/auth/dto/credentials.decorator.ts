import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** Longer than any password that is accepted, in UTF-16 units; what is longer need not be hashed to be refused. */
const INPUT_MAX = 1_024;

/** A password that somebody claims to have, as it is: nothing is trimmed. */
export function GivenPassword(label: string): PropertyDecorator {
  return applyDecorators(
    IsString({ message: `${label} must be text.`, context: { code: 'not_text' } }),
    MinLength(1, { message: `${label} is required.`, context: { code: 'required' } }),
    MaxLength(INPUT_MAX, { message: `${label} is too long.`, context: { code: 'too_long' } }),
  );
}
