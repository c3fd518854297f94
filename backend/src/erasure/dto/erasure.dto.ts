import { ApiProperty } from '@nestjs/swagger';
import type { Erasure } from '../domain/erasure.ts';

/** That somebody was erased, or is being. */
export class ErasureDto {
  @ApiProperty({ format: 'date-time', example: '2026-04-21T08:12:40.120Z', description: 'When an admin asked for it.' })
  asked_at: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When all was removed; null while it is under way.',
  })
  finished_at: string | null;

  @ApiProperty({ example: 'They asked for it by letter on 20 April.', description: 'Why, as the admin said it.' })
  reason: string;

  @ApiProperty({ type: 'integer', example: 4, description: 'From how many tickets words were removed so far.' })
  tickets: number;

  @ApiProperty({ type: 'integer', example: 17, description: 'From how many descriptions and messages.' })
  messages: number;

  static of({ askedAt, finishedAt, reason, tickets, messages }: Erasure): ErasureDto {
    return {
      ...{ asked_at: askedAt.toISOString(), finished_at: finishedAt?.toISOString() ?? null },
      ...{ reason, tickets, messages },
    };
  }
}

/** The newest erasure of a contact, if there was one. */
export class ContactErasureDto {
  @ApiProperty({ type: ErasureDto, nullable: true, description: 'Null where nobody asked for one.' })
  erasure: ErasureDto | null;

  static of(newest: Erasure | null): ContactErasureDto {
    return { erasure: newest && ErasureDto.of(newest) };
  }
}
