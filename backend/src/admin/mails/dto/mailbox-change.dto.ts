import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, ValidateNested } from 'class-validator';
import { GivenPassword } from '../../../auth/dto/credentials.decorator.ts';
import { Choice, Omittable, OmittableOrNull } from '../../../common/validation/choice.decorator.ts';
import { NumberOrNull, WholeNumber } from '../../../common/validation/number.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import { secretOf } from '../../../config/secret.ts';
import { AUTHSERV_ID_MAX, RELAYS_MAX } from '../../../config/trusted-servers.ts';
import { Addresses } from '../../../contacts/dto/address.decorator.ts';
import {
  HOST_MAX,
  OWN_ADDRESSES_MAX,
  PASSWORD_MAX,
  SECURITIES,
  type Security,
  TOKEN_MAX,
  USER_MAX,
} from '../../../mail-accounts/domain/mail-server.ts';
import { FOLDER_MAX, type MailboxFields } from '../../../mail-accounts/domain/mailbox.ts';
import type { TypedSecrets } from '../../../mail-accounts/typed-secrets.ts';
import { GivenToken } from './given-token.decorator.ts';
import { Host } from './host.decorator.ts';
import { OAuthClientDto } from './oauth-client.dto.ts';
import { AuthservId, Networks } from './trusted-servers.decorator.ts';

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

/** How a password is described that goes to a mail server. */
export const PASSWORD = {
  ...{ format: 'password', writeOnly: true, maxLength: PASSWORD_MAX, example: 'a-password-for-mail' },
  description: 'Goes to this server alone, and is never given back.',
};

const SECRET = { format: 'password', writeOnly: true, maxLength: TOKEN_MAX };

/** The same with who signs in by tokens. */
export class MailLoginDto extends MailServerDto {
  @ApiPropertyOptional({
    ...{ type: OAuthClientDto, nullable: true, example: null },
    description: 'Who gets access tokens, and where, where tokens let the user in (OAuth 2.0); null for a password.',
  })
  @OmittableOrNull()
  @ValidateNested()
  @IsObject({ message: 'Oauth must be an object.' })
  @Type(() => OAuthClientDto)
  oauth?: OAuthClientDto | null;

  @ApiPropertyOptional({
    ...{ ...SECRET, type: String, nullable: true, example: 'a-secret-of-the-client' },
    description:
      'Goes to the token endpoint alone, and is never given back. Left out or null, the one before stays, if any; empty, the client has none.',
  })
  @OmittableOrNull()
  @GivenToken('Client secret', 0)
  client_secret?: string | null;

  @ApiPropertyOptional({
    ...{ ...SECRET, type: String, nullable: true, example: 'a-token-that-stays' },
    description:
      'What access tokens are asked for with. Goes to the token endpoint alone, and is never given back. Left out, the one before ' +
      'stays; needed with another server, port, encryption, user, client or endpoint.',
  })
  @OmittableOrNull()
  @GivenToken('Refresh token')
  refresh_token?: string | null;
}

/** What was typed to sign in with. */
export function typedSecrets(typed: {
  readonly password?: string | null;
  readonly client_secret?: string | null;
  readonly refresh_token?: string | null;
}): TypedSecrets {
  const { password, client_secret: clientSecret, refresh_token: refreshToken } = typed;
  return {
    password: secretOf(password),
    clientSecret: clientSecret === '' ? null : (secretOf(clientSecret) ?? undefined),
    refreshToken: secretOf(refreshToken),
  };
}

/** What is said of a mailbox besides its password. */
class MailboxFieldsDto extends MailLoginDto {
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

  @ApiPropertyOptional({
    ...{ type: String, nullable: true, maxLength: AUTHSERV_ID_MAX, example: 'mx.example.net' },
    description:
      'Whose `Authentication-Results` are believed where they stand above what came from outside; null or empty for nobody’s.',
  })
  @OmittableOrNull()
  @AuthservId()
  authserv_id?: string | null;

  @ApiPropertyOptional({
    ...{ type: [String], maxItems: RELAYS_MAX, example: ['203.0.113.0/24'] },
    description:
      'Addresses and networks of servers that pass mails on to it: their `Received` are walked through to the first server that is none of them.',
  })
  @Omittable()
  @Networks()
  relays?: string[];

  @ApiPropertyOptional({ example: false, description: 'Whether it is read.' })
  @Omittable()
  @IsBoolean({ message: 'Active must be true or false.' })
  active?: boolean;
}

/** A new mailbox. */
export class CreateMailboxDto extends MailboxFieldsDto {
  @ApiPropertyOptional({ ...PASSWORD, description: `${PASSWORD.description} Needed unless tokens let the user in.` })
  @Omittable()
  @GivenPassword('Password')
  password?: string;

  @ApiPropertyOptional({
    ...{ example: false, default: true },
    description:
      'Whether what lies there already becomes tickets too. If not, what comes from now on does, and what came within the last ten minutes. ' +
      'One that was read before goes on where it was.',
  })
  @Omittable()
  @IsBoolean({ message: 'Old mails must be true or false.' })
  old_mails?: boolean;

  static read(body: MailboxFieldsDto): MailboxFields {
    const { host, port, security, user, folder = 'INBOX', addresses = [], active = true, oauth } = body;
    return {
      ...{ host, port, security, user, folder, addresses, active },
      oauth: oauth ? OAuthClientDto.read(oauth) : null,
      authservId: body.authserv_id ?? null,
      relays: body.relays ?? [],
    };
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

  static read(body: ChangeMailboxDto): Partial<MailboxFields> {
    const { host, port, security, user, folder, addresses, active, oauth, authserv_id: authservId, relays } = body;
    return {
      ...(authservId !== undefined && { authservId }),
      ...(relays !== undefined && { relays }),
      ...(oauth !== undefined && { oauth: oauth && OAuthClientDto.read(oauth) }),
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
