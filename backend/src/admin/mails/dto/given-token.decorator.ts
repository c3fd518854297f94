import { applyDecorators } from '@nestjs/common';
import { IsString, Matches } from 'class-validator';
import { TOKEN_MAX } from '../../../mail-accounts/domain/mail-server.ts';

/** A token or secret for a token endpoint, as it is: printable (RFC 6749), of so many characters at least, and nothing is trimmed. */
export function GivenToken(label: string, min = 1): PropertyDecorator {
  const pattern = new RegExp(`^[\\x20-\\x7e]{${String(min)},${String(TOKEN_MAX)}}$`);
  return applyDecorators(
    Matches(pattern, {
      message: `${label} must be letters, digits and marks of ASCII.`,
      context: { code: 'not_a_token' },
    }),
    IsString({ message: `${label} must be text.`, context: { code: 'not_text' } }),
  );
}
