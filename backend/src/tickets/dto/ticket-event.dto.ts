import { ApiProperty } from '@nestjs/swagger';
import { AuthoredDto } from '../../common/author.dto.ts';
import {
  type HistoryValue,
  type ToldChange,
  type ToldField,
  TICKET_EVENT_KINDS,
  type TicketEvent,
  type TicketEventKind,
  TOLD_FIELDS,
} from '../domain/ticket-event.ts';
import type { SuggestedValue } from '../../suggestions/domain/suggested-value.ts';

const value = { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] };

/** What an LLM had suggested for a field. */
export class SuggestedValueDto {
  @ApiProperty({ example: 'technical', description: 'The value that was suggested.' })
  value: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: 1,
    example: 0.58,
    description: 'How sure the model was, from 0 to 1; null when it stated nothing.',
  })
  confidence: number | null;

  static of(suggested: SuggestedValue): SuggestedValueDto {
    return { value: suggested.value, confidence: suggested.confidence };
  }
}

/** A customer, as the history names them. */
export class TicketEventCustomerDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 12, description: 'The id of the contact.' })
  id: number;

  @ApiProperty({ example: 'Anna Berg', description: 'What they are called.' })
  name: string;
}

/** What became of one field. */
export class TicketEventChangeDto {
  @ApiProperty({
    enum: TOLD_FIELDS,
    enumName: 'TicketHistoryField',
    example: 'category',
    description:
      'The field, as the ticket names it; of `followers` each change is one who began (`to`) or ceased (`from`).',
  })
  field: ToldField;

  @ApiProperty({ ...value, example: null, description: 'The value before; null for none.' })
  from: HistoryValue;

  @ApiProperty({
    ...value,
    example: 'billing',
    description: 'The value after; null for none. Of an assignee, requester or follower, the id.',
  })
  to: HistoryValue;

  @ApiProperty({
    type: SuggestedValueDto,
    nullable: true,
    description:
      'When the ticket was written with a suggestion of an LLM: what it suggested here. The same value as `to` means ' +
      'the person accepted it, another one means the person decided otherwise.',
  })
  suggested: SuggestedValueDto | null;

  @ApiProperty({
    type: TicketEventCustomerDto,
    nullable: true,
    description: 'Of `followers`: who began or ceased to follow, as they are called now. Null for other fields.',
  })
  contact: TicketEventCustomerDto | null;

  static of({ field, from, to, suggested, contact }: ToldChange): TicketEventChangeDto {
    return {
      ...{ field, from, to, suggested: suggested && SuggestedValueDto.of(suggested) },
      contact: contact && { ...contact },
    };
  }
}

/** One step in the life of a ticket. Events are never changed and never deleted. */
export class TicketEventDto extends AuthoredDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 90311, description: 'Names the event.' })
  id: number;

  @ApiProperty({
    enum: TICKET_EVENT_KINDS,
    enumName: 'TicketEventKind',
    example: 'changed',
    description: 'What happened.',
  })
  kind: TicketEventKind;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:41:02.007Z', description: 'When it happened.' })
  at: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 2, description: 'The version that the ticket has since.' })
  version: number;

  @ApiProperty({
    type: TicketEventCustomerDto,
    nullable: true,
    description: 'The customer who did it, on the portal or by a mail; null for none, and where that was not kept.',
  })
  contact: TicketEventCustomerDto | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'What the API token is called; null without one.',
  })
  token_name: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: null,
    description: 'The change of many tickets that it was part of; null for a change of this ticket alone.',
  })
  bulk_run_id: string | null;

  @ApiProperty({ type: [TicketEventChangeDto], description: 'The fields that changed.' })
  changes: TicketEventChangeDto[];

  static of(event: TicketEvent): TicketEventDto {
    return {
      id: event.id,
      kind: event.kind,
      at: event.at.toISOString(),
      version: event.version,
      actor: event.actor,
      via: event.via,
      contact: event.contact && { ...event.contact },
      token_name: event.tokenName,
      bulk_run_id: event.bulkRunId,
      changes: event.changes.map((change) => TicketEventChangeDto.of(change)),
    };
  }
}
