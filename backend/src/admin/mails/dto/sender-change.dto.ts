import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { GivenPassword } from '../../../auth/dto/credentials.decorator.ts';
import { Omittable, OmittableOrNull } from '../../../common/validation/choice.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import { Address, Addresses } from '../../../contacts/dto/address.decorator.ts';
import { OWN_ADDRESSES_MAX, USER_MAX } from '../../../mail-accounts/domain/mail-server.ts';
import { FROM_NAME_MAX, type SenderFields } from '../../../mail-accounts/domain/sender.ts';
import { MailLoginDto, PASSWORD } from './mailbox-change.dto.ts';
import { OAuthClientDto } from './oauth-client.dto.ts';

/** All that is set of the sender. */
export class ChangeSenderDto extends MailLoginDto {
  @ApiPropertyOptional({
    ...{ type: String, nullable: true, example: 'support@example.com', maxLength: USER_MAX },
    description: 'Who signs in; null where nobody does.',
  })
  @OmittableOrNull()
  @Text('User', { max: USER_MAX, singleLine: true })
  user?: string | null;

  @ApiPropertyOptional({
    ...{ type: String, nullable: true, ...PASSWORD },
    description:
      'Goes to this server alone, and is never given back. Left out, the one before stays; needed with another server, port, ' +
      'encryption or user.',
  })
  @OmittableOrNull()
  @GivenPassword('Password')
  password?: string | null;

  @ApiPropertyOptional({
    ...{ example: 'Example Support', maxLength: FROM_NAME_MAX },
    description: 'What the desk is called in its mails; empty for nothing.',
  })
  @Omittable()
  @Text('From name', { max: FROM_NAME_MAX, singleLine: true, name: true, optional: true })
  from_name?: string;

  @ApiProperty({ example: 'support@example.com', description: 'Where its mails are from, and where answers come to.' })
  @Address('From address')
  from_address: string;

  @ApiPropertyOptional({
    ...{ type: [String], maxItems: OWN_ADDRESSES_MAX, example: ['help@example.com'] },
    description: 'Further addresses of the desk, which it knows for its own.',
  })
  @Omittable()
  @Addresses('Addresses', OWN_ADDRESSES_MAX)
  addresses?: string[];

  @ApiPropertyOptional({
    ...{ example: true },
    description:
      'Whether what is sent to `support+…@` arrives too: answers then come back there, and name their ticket.',
  })
  @Omittable()
  @IsBoolean({ message: 'Uses_plus_address must be true or false.' })
  uses_plus_address?: boolean;

  @ApiPropertyOptional({
    ...{ example: false },
    description: 'Whether servers are asked to report what became of mails (DSN).',
  })
  @Omittable()
  @IsBoolean({ message: 'Asks_receipts must be true or false.' })
  asks_receipts?: boolean;

  static read(body: ChangeSenderDto): SenderFields {
    const { host, port, security, user = null, from_name: fromName = '', from_address: fromAddress } = body;
    const { addresses = [], uses_plus_address: usesPlusAddress = false, asks_receipts: asksReceipts = false } = body;
    const oauth = body.oauth ? OAuthClientDto.read(body.oauth) : null;
    return { host, port, security, user, oauth, fromName, fromAddress, addresses, usesPlusAddress, asksReceipts };
  }
}
