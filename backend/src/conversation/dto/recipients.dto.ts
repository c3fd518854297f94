import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, Matches, ValidateBy, ValidateNested } from 'class-validator';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { CONTACT_NAME_MAX } from '../../contacts/domain/contact.ts';
import { ADDRESS_MAX } from '../../contacts/mail-address.ts';
import { RECIPIENTS_MAX, RECIPIENT_ROLES, type Recipient } from '../domain/message.ts';

/** Somebody an answer goes to. */
export class RecipientDto {
  @ApiPropertyOptional({
    example: 'Ada Lovelace',
    maxLength: CONTACT_NAME_MAX,
    description: 'What they are called; may be left out.',
  })
  @Text('Name', { max: CONTACT_NAME_MAX, singleLine: true, name: true, optional: true })
  name?: string;

  @ApiProperty({ example: 'ada@example.com', maxLength: ADDRESS_MAX, description: 'The address of their mailbox.' })
  @Matches(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, {
    message: 'Address must be that of a mailbox, like ada@example.com.',
    context: { code: 'invalid_address' },
  })
  @Text('Address', { max: ADDRESS_MAX, singleLine: true, name: true })
  address: string;
}

/** Who an answer goes to. */
export class RecipientsDto {
  @ApiProperty({ type: [RecipientDto], maxItems: RECIPIENTS_MAX, description: 'Those it is written to.' })
  @Recipients('To')
  to: RecipientDto[] = [];

  @ApiProperty({ type: [RecipientDto], maxItems: RECIPIENTS_MAX, example: [], description: 'Those who get a copy.' })
  @Recipients('Cc')
  cc: RecipientDto[] = [];

  /** In their order: those it is written to first. */
  static read(given: RecipientsDto | undefined): Recipient[] {
    return RECIPIENT_ROLES.flatMap((role) =>
      (given?.[role] ?? []).map(({ name = '', address }) => ({ role, name, address })),
    );
  }

  static of(recipients: readonly Recipient[]): RecipientsDto {
    const [to = [], cc = []] = RECIPIENT_ROLES.map((wanted) =>
      recipients.filter(({ role }) => role === wanted).map(({ name, address }) => ({ name, address })),
    );
    return { to, cc };
  }
}

function Recipients(label: string): PropertyDecorator {
  return applyDecorators(
    Omittable(),
    IsArray({ message: `${label} must be a list.` }),
    ValidateNested({ each: true }),
    ArrayMaxSize(RECIPIENTS_MAX, { message: `${label} takes at most ${String(RECIPIENTS_MAX)}.` }),
    ValidateBy({
      name: 'not_an_object',
      validator: {
        validate: (list: unknown) => Array.isArray(list) && list.every((one) => one instanceof RecipientDto),
        defaultMessage: () => `${label} takes recipients, each with an address.`,
      },
    }),
    Type(() => RecipientDto),
  );
}

/** A field that says whom a message goes to; it may be left out. */
export function Addressed(): PropertyDecorator {
  return applyDecorators(
    Omittable(),
    ValidateNested(),
    ValidateBy({
      name: 'not_an_object',
      validator: {
        validate: (value: unknown) => value instanceof RecipientsDto,
        defaultMessage: () => 'Recipients must give to and cc.',
      },
    }),
    Type(() => RecipientsDto),
  );
}
