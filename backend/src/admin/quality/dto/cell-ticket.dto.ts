import { ApiProperty } from '@nestjs/swagger';
import { encodeCursor } from '../../../common/http/keyset-cursor.ts';
import { SHARE } from '../../../common/number-schemas.ts';
import type { CellTicket, CellTicketPage } from '../../../stats/quality/quality.ts';

/** A ticket, and the suggestion that it was written with. */
export class CellTicketDto {
  @ApiProperty({ type: 'integer', example: 42, minimum: 1, description: 'The number of the ticket.' })
  id: number;

  @ApiProperty({
    ...{ format: 'uuid', example: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69' },
    description: 'The id of the suggestion. What an LLM was sent for it is at /api/admin/suggestions/{id}/sent.',
  })
  suggestion_id: string;

  @ApiProperty({ example: 'Charged twice', description: 'Its title; empty when it has none.' })
  title: string;

  @ApiProperty({ ...SHARE, example: 0.71, description: 'How sure the desk was.' })
  confidence: number | null;

  @ApiProperty({ example: 'llm', description: 'Who suggested.' })
  source: string;

  @ApiProperty({ type: String, nullable: true, example: 'gpt-4o-mini', description: 'The model.' })
  model: string | null;

  @ApiProperty({ type: String, nullable: true, example: '3', description: 'The version of it or of its prompt.' })
  version: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was suggested.' })
  suggested_at: string;

  @ApiProperty({ type: 'integer', example: 2, minimum: 1, description: 'The id of the user who chose.' })
  chosen_by: number;

  @ApiProperty({ example: false, description: 'Whether category or priority were changed after that.' })
  corrected: boolean;

  static of({ suggestionId, suggestedAt, chosenBy, ...ticket }: CellTicket): CellTicketDto {
    const { id, title, confidence, source, model, version, corrected } = ticket;
    const ids = { id, suggestion_id: suggestionId, chosen_by: chosenBy };
    return { ...ids, title, confidence, source, model, version, suggested_at: suggestedAt.toISOString(), corrected };
  }
}

/** One page of the tickets of a cell. */
export class CellTicketListDto {
  @ApiProperty({ type: [CellTicketDto], description: 'One page of them, the newest first.' })
  results: CellTicketDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Send it as cursor to get the next page; null at the end.',
  })
  next_cursor: string | null;

  static of({ tickets, next }: CellTicketPage): CellTicketListDto {
    return {
      results: tickets.map((ticket) => CellTicketDto.of(ticket)),
      next_cursor: next && encodeCursor({ createdAt: next.suggestedAt, id: next.id }),
    };
  }
}
