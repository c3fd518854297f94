import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { GivenPassword } from '../../../auth/dto/credentials.decorator.ts';
import { Choice, Omittable, OmittableOrNull } from '../../../common/validation/choice.decorator.ts';
import { NumberOrNull, WholeNumber } from '../../../common/validation/number.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import { Addresses } from '../../../contacts/dto/address.decorator.ts';
import {
  HOST_MAX,
  OWN_ADDRESSES_MAX,
  PASSWORD_MAX,
  SECURITIES,
  type Security,
  USER_MAX,
} from '../../../mail-accounts/domain/mail-server.ts';
import { FOLDER_MAX, type MailboxFields } from '../../../mail-accounts/domain/mailbox.ts';
import { Host } from './host.decorator.ts';

/** How a mail server is reached. */
export class MailServerDto {
  @ApiProperty({ example: '127.0.0.1', maxLength: HOST_MAX, description: 'The server, by name or address.' })
  @Host()
  host: string;

  @ApiProperty({ type: 'integer', example: 9, minimum: 1, maximum: 65_535, description: 'Its port.' })
  @WholeNumber('Port', 1, 65_535)
  port: number;

  @ApiProperty({
    ...{ enum: SECURITIES, enumName: 'MailSecurity', example: 'tls' },
    description:
      'How the connection is encrypted: from its first byte (`tls`), insisted on once both have greeted each other ' +
      '(`starttls`), or not at all (`none`), which is taken of a server on the same machine alone.',
  })
  @Choice('Security', SECURITIES)
  security: Security;
}

/** What is said of a mailbox besides its password. */
class MailboxFieldsDto extends MailServerDto {
  @ApiProperty({ example: 'support@example.com', maxLength: USER_MAX, description: 'Who signs in.' })
  @Text('User', { max: USER_MAX, singleLine: true })
  user: string;

  @ApiPropertyOptional({
    ...{ example: 'INBOX', maxLength: FOLDER_MAX },
    description: 'The folder whose mails become tickets.',
  })
  @Omittable()
  @Text('Folder', { max: FOLDER_MAX, singleLine: true })
  folder?: string;

  @ApiPropertyOptional({
    ...{ type: [String], maxItems: OWN_ADDRESSES_MAX, example: ['help@example.com'] },
    description:
      "Further addresses whose mails come here: the desk knows them for its own. The user's is one by itself.",
  })
  @Omittable()
  @Addresses('Addresses', OWN_ADDRESSES_MAX)
  addresses?: string[];

  @ApiPropertyOptional({ example: false, description: 'Whether it is read.' })
  @Omittable()
  @IsBoolean({ message: 'Active must be true or false.' })
  active?: boolean;
}

/** How a password is described that goes to a mail server. */
export const PASSWORD = {
  ...{ format: 'password', writeOnly: true, maxLength: PASSWORD_MAX, example: 'a-password-for-mail' },
  description: 'Goes to this server alone, and is never given back.',
};

/** A new mailbox. */
export class CreateMailboxDto extends MailboxFieldsDto {
  @ApiProperty(PASSWORD)
  @GivenPassword('Password')
  password: string;

  static read(body: MailboxFieldsDto): MailboxFields {
    const { host, port, security, user, folder = 'INBOX', addresses = [], active = true } = body;
    return { host, port, security, user, folder, addresses, active };
  }
}

/** A mailbox as it is typed, to be tried. */
export class TryMailboxDto extends MailboxFieldsDto {
  @ApiPropertyOptional({
    ...{ ...PASSWORD, type: String, nullable: true },
    description:
      'Left out, the one that is kept for the mailbox `id`, if server, port, encryption and user are as they were.',
  })
  @OmittableOrNull()
  @GivenPassword('Password')
  password?: string | null;

  @ApiPropertyOptional({
    ...{ type: 'integer', nullable: true, minimum: 1, example: null },
    description: 'The mailbox that is to be changed so; null for a new one.',
  })
  @NumberOrNull('Id must be the id of a mailbox.')
  id?: number | null;
}

/** What to change, at least one of them. */
export class ChangeMailboxDto extends PartialType(MailboxFieldsDto, { skipNullProperties: false }) {
  @ApiPropertyOptional({
    ...PASSWORD,
    description: 'Left out, the one before stays. Needed with another server, port, encryption or user.',
  })
  @Omittable()
  @GivenPassword('Password')
  password?: string;

  static read({ host, port, security, user, folder, addresses, active }: ChangeMailboxDto): Partial<MailboxFields> {
    return {
      ...(host !== undefined && { host }),
      ...(port !== undefined && { port }),
      ...(security !== undefined && { security }),
      ...(user !== undefined && { user }),
      ...(folder !== undefined && { folder }),
      ...(addresses !== undefined && { addresses }),
      ...(active !== undefined && { active }),
    };
  }
}
