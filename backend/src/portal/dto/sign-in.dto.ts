import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { CONTACT_NAME_MAX } from '../../contacts/domain/contact.ts';
import { Address } from '../../contacts/dto/address.decorator.ts';
import type { Customer } from '../domain/customer.ts';
import { LINK_MINUTES } from '../domain/link-mail.ts';
import type { LinkHolder } from '../domain/link-holder.ts';
import type { SignedInCustomer } from '../domain/signed-in-customer.ts';

/** Somebody who wants to sign in. */
export class AskForLinkDto {
  @ApiProperty({ example: 'ruth@brandt.example', description: 'Where the link goes.' })
  @Address('Address')
  address: string;

  @ApiPropertyOptional({
    example: 'Ruth Adler',
    maxLength: CONTACT_NAME_MAX,
    description: 'What somebody new is called; left out, the address stands for it. Who is known keeps their name.',
  })
  @Omittable()
  @Text('Name', { max: CONTACT_NAME_MAX, singleLine: true, name: true, optional: true })
  name?: string;

  static read({ address, name = '' }: AskForLinkDto): LinkHolder {
    return { address: address.trim(), name };
  }
}

/** What becomes of a link that was asked for. */
export class LinkSentDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: LINK_MINUTES,
    description: 'For so many minutes it works, once.',
  })
  works_for_minutes: number;

  static of(minutes: number): LinkSentDto {
    return { works_for_minutes: minutes };
  }
}

/** A link of a mail. */
export class UseLinkDto {
  @ApiProperty({
    example: 'the-part-of-the-link-behind-its-hash-sign',
    maxLength: 100,
    description: 'What stands behind the `#` of the link.',
  })
  @Text('Token', { max: 100, singleLine: true })
  token: string;
}

/** A customer who is signed in. */
export class CustomerDto {
  @ApiProperty({ example: 'Ruth Adler', description: 'What they are called.' })
  name: string;

  @ApiProperty({ example: 'ruth@brandt.example', description: 'The address with which they signed in.' })
  address: string;

  static of({ name, address }: Customer | SignedInCustomer): CustomerDto {
    return { name, address };
  }
}
