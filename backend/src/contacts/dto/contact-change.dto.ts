import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { Omittable, OmittableOrNull } from '../../common/validation/choice.decorator.ts';
import { NumberOrNull, WholeNumber } from '../../common/validation/number.decorator.ts';
import { PageQueryDto } from '../../common/validation/page-query.dto.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { ADDRESSES_MAX, CONTACT_NAME_MAX, CONTACT_NOTE_MAX, type ContactFields } from '../domain/contact.ts';
import { readAddress } from '../mail-address.ts';
import { Addresses } from './address.decorator.ts';
import { Language, TimeZone } from './locale.decorator.ts';

/** Of a search by name, in characters. */
export const SEARCH_MAX = 200;

const name = {
  example: 'Anna Berg',
  minLength: 1,
  maxLength: CONTACT_NAME_MAX,
  description: 'What they are called; one line.',
};

/** What may be said of a contact, besides the name. */
class ContactDetailsDto {
  @ApiPropertyOptional({
    type: [String],
    maxItems: ADDRESSES_MAX,
    example: ['anna.berg@northwind.example'],
    description:
      'All addresses they are to have, the first one first. An address is one contact\u2019s: it compares whatever the case of ' +
      'its letters, and its domain in letters as in Punycode; `anna+desk@\u2026` is another address than `anna@\u2026`.',
  })
  @Omittable()
  @Addresses('Addresses', ADDRESSES_MAX)
  addresses?: string[];

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    example: null,
    description: 'The id of an organisation; null for the one that has the domain of an address, if there is one.',
  })
  @NumberOrNull('Organisation must be the id of an organisation, or null.')
  organisation?: number | null;

  @ApiPropertyOptional({
    example: 'Prefers to be called in the morning.',
    maxLength: CONTACT_NOTE_MAX,
    description: 'What the desk should know of them; they never see it.',
  })
  @Omittable()
  @IsString({ message: 'Note must be text.' })
  @Text('Note', { max: CONTACT_NOTE_MAX, optional: true })
  note?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'de',
    description: 'The language they write in, as BCP 47 has it, like `de` or `pt-BR`.',
  })
  @OmittableOrNull()
  @Language()
  language?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Europe/Berlin',
    description: 'As the time zone database has it.',
  })
  @OmittableOrNull()
  @TimeZone()
  time_zone?: string | null;
}

/** Somebody new. */
export class CreateContactDto extends ContactDetailsDto {
  @ApiProperty(name)
  @Text('Name', { max: CONTACT_NAME_MAX, singleLine: true, name: true })
  name: string;

  static read(body: CreateContactDto): ContactFields {
    const nothing = { addresses: [], organisation: null, note: '', language: null, timeZone: null };
    return { ...nothing, name: body.name, ...given(fieldsOf(body)) };
  }
}

/** What to change, at least one of them. */
export class ChangeContactDto extends ContactDetailsDto {
  @ApiPropertyOptional(name)
  @Omittable()
  @Text('Name', { max: CONTACT_NAME_MAX, singleLine: true, name: true })
  name?: string;

  static read(body: ChangeContactDto): Partial<ContactFields> {
    return given({ ...fieldsOf(body), name: body.name });
  }
}

/** Into whom to merge. */
export class MergeContactDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 1,
    description: 'The id of the contact who is the same person.',
  })
  @WholeNumber('Into', 1)
  into: number;
}

/** Which contacts. */
export class ListContactsDto extends PageQueryDto {
  @ApiPropertyOptional({
    example: 'anna',
    maxLength: SEARCH_MAX,
    description:
      'Those whose name, or one of whose addresses, has all these words, however they are written; a word may be typed in part.',
  })
  @Omittable()
  @Text('Search', { max: SEARCH_MAX, optional: true })
  search?: string;
}

type Details = { readonly [Field in Exclude<keyof ContactFields, 'name'>]: ContactFields[Field] | undefined };

function fieldsOf(body: ContactDetailsDto): Details {
  const { organisation, note, language, time_zone: timeZone } = body;
  const addresses = body.addresses && [
    ...new Map(body.addresses.flatMap((text) => readAddress(text) ?? []).map((one) => [one.key, one])).values(),
  ];
  return { addresses, organisation, note, language, timeZone };
}

/** Without what was left out. */
function given<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
