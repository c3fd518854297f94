import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { Text } from '../../common/validation/text.decorator.ts';
import type { Signature } from '../signatures.service.ts';

/** In characters (code points). */
export const SIGNATURE_MAX = 1000;

/** The signature of whoever asks. */
export class SignatureDto {
  @ApiProperty({ example: '**Mina Park**\nExample Support', description: 'Markdown; empty for none.' })
  text: string;

  @ApiProperty({
    example: true,
    description:
      'Whether an answer of yours would leave with it now: there is one, the desk sends mails, and their template has a place for it.',
  })
  is_sent: boolean;

  static of({ text, isSent }: Signature): SignatureDto {
    return { text, is_sent: isSent };
  }
}

export class ChangeSignatureDto {
  @ApiProperty({
    ...{ example: '**Mina Park**\nExample Support', maxLength: SIGNATURE_MAX },
    description: 'Markdown; empty for none.',
  })
  @ValidateBy({
    name: 'required',
    validator: {
      validate: (value: unknown) => value !== undefined && value !== null,
      defaultMessage: () => 'Signature is required; empty for none.',
    },
  })
  @Text('Signature', { max: SIGNATURE_MAX, optional: true })
  text: string;
}
