import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { PageQueryDto } from '../../common/validation/page-query.dto.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { readDomain, shownDomain } from '../mail-address.ts';
import {
  DOMAINS_MAX,
  ORGANISATION_NAME_MAX,
  ORGANISATION_NOTE_MAX,
  type Organisation,
  type OrganisationFields,
} from '../domain/organisation.ts';
import type { OrganisationPage } from '../organisations.service.ts';
import { Domains } from './address.decorator.ts';
import { SEARCH_MAX } from './contact-change.dto.ts';

const name = {
  example: 'Northwind Traders',
  minLength: 1,
  maxLength: ORGANISATION_NAME_MAX,
  description: 'What it is called; one line.',
};

/** What may be said of an organisation, besides the name. */
class OrganisationDetailsDto {
  @ApiPropertyOptional({
    example: 'Gold support until 2027.',
    maxLength: ORGANISATION_NOTE_MAX,
    description: 'What the desk should know of it.',
  })
  @Omittable()
  @IsString({ message: 'Note must be text.' })
  @Text('Note', { max: ORGANISATION_NOTE_MAX, optional: true })
  note?: string;

  @ApiPropertyOptional({
    type: [String],
    maxItems: DOMAINS_MAX,
    example: ['northwind.example'],
    description: 'All domains it is to have. Whoever has an address at one of them, as it stands, belongs to it.',
  })
  @Omittable()
  @Domains('Domains', DOMAINS_MAX)
  domains?: string[];
}

/** A new organisation. */
export class CreateOrganisationDto extends OrganisationDetailsDto {
  @ApiProperty(name)
  @Text('Name', { max: ORGANISATION_NAME_MAX, singleLine: true, name: true })
  name: string;

  static read(body: CreateOrganisationDto): OrganisationFields {
    return { name: body.name, note: body.note ?? '', domains: domainsOf(body) ?? [] };
  }
}

/** What to change, at least one of them. */
export class ChangeOrganisationDto extends OrganisationDetailsDto {
  @ApiPropertyOptional(name)
  @Omittable()
  @Text('Name', { max: ORGANISATION_NAME_MAX, singleLine: true, name: true })
  name?: string;

  static read(body: ChangeOrganisationDto): Partial<OrganisationFields> {
    const { name: called, note } = body;
    const domains = domainsOf(body);
    return {
      ...(called !== undefined && { name: called }),
      ...(note !== undefined && { note }),
      ...(domains && { domains }),
    };
  }
}

/** Which organisations. */
export class ListOrganisationsDto extends PageQueryDto {
  @ApiPropertyOptional({
    example: 'northwind',
    maxLength: SEARCH_MAX,
    description: 'Those whose name has all these words, however they are written; a word may be typed in part.',
  })
  @Omittable()
  @Text('Search', { max: SEARCH_MAX, optional: true })
  search?: string;
}

/** Whom contacts belong to. Times are UTC with milliseconds. */
export class OrganisationDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 4, description: 'Names the organisation.' })
  id: number;

  @ApiProperty({ example: 'Northwind Traders', description: 'What it is called.' })
  name: string;

  @ApiProperty({ example: 'Gold support until 2027.', description: 'What the desk should know of it.' })
  note: string;

  @ApiProperty({
    type: [String],
    example: ['northwind.example'],
    description: 'Whoever has an address at one of them belongs to it, unless somebody chose another for them.',
  })
  domains: string[];

  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Grows with every change; also the ETag.' })
  version: number;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was written down.' })
  created_at: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it last changed.' })
  updated_at: string;

  static of({ id, name, note, domains, version, createdAt, updatedAt }: Organisation): OrganisationDto {
    return {
      ...{ id, name, note, domains: domains.map(shownDomain), version },
      ...{ created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() },
    };
  }
}

export class OrganisationListDto {
  @ApiProperty({ type: [OrganisationDto], description: 'Newest first.' })
  results: OrganisationDto[];

  @ApiProperty({ type: String, nullable: true, example: null, description: 'The next page; null on the last.' })
  next_cursor: string | null;

  static of({ organisations, next }: OrganisationPage): OrganisationListDto {
    return { results: organisations.map((organisation) => OrganisationDto.of(organisation)), next_cursor: next };
  }
}

function domainsOf({ domains }: OrganisationDetailsDto): string[] | undefined {
  return domains && [...new Set(domains.flatMap((text) => readDomain(text) ?? []))];
}
