import { ApiProperty } from '@nestjs/swagger';
import type { ContactPage } from '../contacts.service.ts';
import { type Contact, type ContactCard, isErased } from '../domain/contact.ts';
import { shownDomain } from '../mail-address.ts';

/** An organisation, as contacts and tickets name it. */
export class OrganisationNameDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 4, description: 'The id of the organisation.' })
  id: number;

  @ApiProperty({ example: 'Northwind Traders', description: 'What it is called.' })
  name: string;
}

/** An organisation that has the domain of an address. */
export class OrganisationByDomainDto extends OrganisationNameDto {
  @ApiProperty({ example: 'northwind.example', description: 'The domain that it has of an address of theirs.' })
  domain: string;
}

/** Somebody who writes to the desk, as a ticket shows them. */
export class ContactCardDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 12, description: 'The id of the contact.' })
  id: number;

  @ApiProperty({ example: 'Anna Berg', description: 'What they are called.' })
  name: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'anna@northwind.example',
    description: 'The first of their addresses; null when none is known.',
  })
  address: string | null;

  @ApiProperty({
    type: OrganisationNameDto,
    nullable: true,
    description: 'Whom they belong to, by hand or by the domain of an address; null for nobody.',
  })
  organisation: OrganisationNameDto | null;

  static of({ id, name, address, organisation }: ContactCard): ContactCardDto {
    return { id, name, address, organisation: organisation && { ...organisation } };
  }
}

/** A contact who was merged into another. */
export class MergedContactDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 31, description: 'The id of the contact.' })
  id: number;

  @ApiProperty({ example: 'A. Berg', description: 'What they were called.' })
  name: string;
}

/** Somebody who writes to the desk. Times are UTC with milliseconds. */
export class ContactDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 12, description: 'Names the contact.' })
  id: number;

  @ApiProperty({ example: 'Anna Berg', description: 'What they are called.' })
  name: string;

  @ApiProperty({
    type: [String],
    example: ['anna@northwind.example'],
    description: 'All their addresses, the first one first; those of who was merged into them too.',
  })
  addresses: string[];

  @ApiProperty({
    type: OrganisationNameDto,
    nullable: true,
    description: 'Whom they belong to; null for nobody.',
  })
  organisation: OrganisationNameDto | null;

  @ApiProperty({
    example: false,
    description: 'Whether somebody chose the organisation; otherwise it follows from the domains of the addresses.',
  })
  organisation_by_hand: boolean;

  @ApiProperty({
    type: OrganisationByDomainDto,
    nullable: true,
    description:
      'The one that follows from the domains of their addresses, also where somebody chose another; null for none.',
  })
  organisation_by_domain: OrganisationByDomainDto | null;

  @ApiProperty({ example: 'Prefers to be called in the morning.', description: 'What the desk should know of them.' })
  note: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'de',
    description: 'The language they write in, as BCP 47 has it; null when nobody said.',
  })
  language: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Europe/Berlin',
    description: 'Where their day begins, as the time zone database has it; null when nobody said.',
  })
  time_zone: string | null;

  @ApiProperty({
    type: [MergedContactDto],
    description: 'Those who were merged into them, which can be taken back.',
  })
  merged: MergedContactDto[];

  @ApiProperty({ example: false, description: 'Whether all that was known of them was erased.' })
  erased: boolean;

  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Grows with every change; also the ETag.' })
  version: number;

  @ApiProperty({
    format: 'date-time',
    example: '2026-04-20T09:22:31.120Z',
    description: 'When the desk first knew them.',
  })
  created_at: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it last changed.' })
  updated_at: string;

  static of(contact: Contact): ContactDto {
    const byDomain = contact.organisationByDomain;
    return {
      id: contact.id,
      name: contact.name,
      addresses: [...contact.addresses],
      organisation: contact.organisation && { ...contact.organisation },
      organisation_by_hand: contact.organisationByHand,
      organisation_by_domain: byDomain && { ...byDomain, domain: shownDomain(byDomain.domain) },
      note: contact.note,
      language: contact.language,
      time_zone: contact.timeZone,
      merged: contact.merged.map((one) => ({ ...one })),
      erased: isErased(contact),
      version: contact.version,
      created_at: contact.createdAt.toISOString(),
      updated_at: contact.updatedAt.toISOString(),
    };
  }
}

export class ContactListDto {
  @ApiProperty({ type: [ContactDto], description: 'Newest first.' })
  results: ContactDto[];

  @ApiProperty({ type: String, nullable: true, example: null, description: 'The next page; null on the last.' })
  next_cursor: string | null;

  static of({ contacts, next }: ContactPage): ContactListDto {
    return { results: contacts.map((contact) => ContactDto.of(contact)), next_cursor: next };
  }
}
