import { ApiProperty } from '@nestjs/swagger';
import { TicketDto } from '../../dto/ticket.dto.ts';
import type { SimilarTicket } from '../domain/similar-ticket.ts';

/** A ticket of a list, and how much it is like what was asked for. */
export class SimilarTicketDto extends TicketDto {
  @ApiProperty({
    minimum: 0,
    maximum: 1,
    example: 0.41,
    description:
      'How much of their telling words, and of their letters, the two texts share: 1 for equal texts. Two people who ' +
      'tell of one matter in words of their own have about 0.3. What is less similar than 0.2 is left out.',
  })
  similarity: number;

  static ofSimilar({ ticket, similarity }: SimilarTicket): SimilarTicketDto {
    return Object.assign(TicketDto.of(ticket), { similarity: Math.round(similarity * 1_000) / 1_000 });
  }
}

export class SimilarTicketListDto {
  @ApiProperty({ type: [SimilarTicketDto], description: 'The most similar first; empty when none is.' })
  results: SimilarTicketDto[];

  static of(similar: readonly SimilarTicket[]): SimilarTicketListDto {
    return { results: similar.map((one) => SimilarTicketDto.ofSimilar(one)) };
  }
}
