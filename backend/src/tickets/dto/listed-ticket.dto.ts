import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketMatch } from '../matches/ticket-matches.service.ts';
import { TicketDto } from './ticket.dto.ts';

const KINDS = ['reply', 'note', 'incoming', 'system'] as const;

/** A piece of a text, and whether it is what was looked for. */
export class MatchPieceDto {
  @ApiProperty({ example: 'seats', description: 'The text as it is read: without the signs of Markdown.' })
  text: string;

  @ApiProperty({ example: true, description: 'Whether this is what was looked for.' })
  match: boolean;
}

/** The message for which a ticket was found. */
export class TicketMatchDto {
  @ApiProperty({ type: 'integer', minimum: 2, example: 4, description: 'The number of the message in the timeline.' })
  number: number;

  @ApiProperty({
    enum: KINDS,
    enumName: 'TicketMatchKind',
    example: 'note',
    description: 'What it is; `note` is for the desk alone.',
  })
  kind: (typeof KINDS)[number];

  @ApiProperty({ type: Number, nullable: true, example: 7, description: 'The user who wrote it; null for others.' })
  user: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Anna Berg',
    description: 'What its author is called; null for the desk itself and for nobody it knows.',
  })
  author: string | null;

  @ApiProperty({ type: [MatchPieceDto], description: 'The part of it that says why, in pieces.' })
  excerpt: MatchPieceDto[];
}

/** A ticket in a list. */
export class ListedTicketDto extends TicketDto {
  @ApiPropertyOptional({
    type: TicketMatchDto,
    description:
      'In a search for words that the title and description do not all have: the message that has them, as far as the newest ten tell; ' +
      'left out otherwise.',
  })
  found_in?: TicketMatchDto;

  static listed(ticket: Omit<Ticket, 'requester'>, match: TicketMatch | undefined): ListedTicketDto {
    const listed: ListedTicketDto = TicketDto.of(ticket);
    if (match) listed.found_in = { ...match, excerpt: match.excerpt.map((piece) => ({ ...piece })) };
    return listed;
  }
}
