import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { COUNT } from '../../common/number-schemas.ts';
import { type ToldField, TOLD_FIELDS } from '../../tickets/domain/ticket-event.ts';
import { MESSAGES, REDACTION } from '../domain/live-event.ts';
import { BULK_RUN_STATES, type BulkRunState } from '../../tickets/bulk/domain/bulk-run.ts';

/** A customer who did it. */
@ApiSchema({ name: 'NewsCustomer' })
export class NewsCustomerDto {
  @ApiProperty({ type: 'integer', example: 12, description: 'The id of the contact.' })
  id: number;

  @ApiProperty({ example: 'Anna Berg', description: 'What they are called.' })
  name: string;
}

/** Who did it. */
@ApiSchema({ name: 'NewsAuthor' })
export class NewsAuthorDto {
  @ApiProperty({ type: 'integer', example: 7, description: 'The id of the user.' })
  id: number;

  @ApiProperty({ example: 'Ada', description: 'What the user is called.' })
  name: string;
}

/** The data of `ticket.created`, `ticket.changed`, `ticket.deleted` and `ticket.restored`. */
@ApiSchema({ name: 'TicketNews' })
export class TicketNewsDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 123, description: 'The number of the ticket.' })
  id: number;

  @ApiProperty({ type: 'integer', minimum: 1, example: 5, description: 'The version that the ticket has since.' })
  version: number;

  @ApiProperty({
    enum: [...TOLD_FIELDS, MESSAGES, REDACTION],
    enumName: 'TicketNewsField',
    isArray: true,
    example: ['status'],
    description:
      'The fields that changed; their values are for who reads the ticket. `messages` for a message, which its timeline tells; `redaction` for words that were removed for good: read its timeline afresh.',
  })
  fields: (ToldField | typeof MESSAGES | typeof REDACTION)[];

  @ApiProperty({
    type: NewsAuthorDto,
    nullable: true,
    description: 'Who of the desk did it; null for a customer and for the desk itself.',
  })
  by: NewsAuthorDto | null;

  @ApiProperty({
    type: NewsCustomerDto,
    nullable: true,
    description: 'The customer who did it, by mail or on the portal; null for none.',
  })
  contact: NewsCustomerDto | null;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:41:02.007Z', description: 'When it happened.' })
  at: string;
}

/** The data of `categories.changed`. */
@ApiSchema({ name: 'CategoriesChanged' })
export class CategoriesChangedDto {
  @ApiProperty({ type: [String], example: ['billing'], description: 'The keys of the categories.' })
  keys: string[];
}

/** The data of `people.changed`. */
@ApiSchema({ name: 'PeopleChanged' })
export class PeopleChangedDto {
  @ApiProperty({ type: 'integer', isArray: true, example: [7], description: 'The ids of the users.' })
  ids: number[];
}

/** The data of `bulk_run.changed`: how far a change of many tickets is. */
@ApiSchema({ name: 'BulkRunChanged' })
export class BulkRunChangedDto {
  @ApiProperty({ format: 'uuid', example: '01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f', description: 'Names the run.' })
  id: string;

  @ApiProperty({ enum: BULK_RUN_STATES, enumName: 'BulkRunState', example: 'running', description: 'How far it is.' })
  state: BulkRunState;

  @ApiProperty({ ...COUNT, example: 200, description: 'How many of its tickets are done, one way or another.' })
  processed: number;

  @ApiProperty({ ...COUNT, example: 309, description: 'How many tickets were selected.' })
  total: number;
}
