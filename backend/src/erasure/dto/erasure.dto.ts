import { ApiProperty } from '@nestjs/swagger';
import { ERASURE_STEPS, type Erasure, type ErasureStep } from '../domain/erasure.ts';

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

  @ApiProperty({
    enum: ERASURE_STEPS,
    example: 'mails',
    description: 'What it is at: their tickets, mails as they came, the rest of what is known of them; or done.',
  })
  step: ErasureStep;

  @ApiProperty({ type: 'integer', example: 12000, description: 'How many mails as they came were gone over so far.' })
  mails: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 90000,
    description: 'Of how many; null before they are begun with.',
  })
  mails_in_all: number | null;

  static of({ askedAt, finishedAt, mailsInAll, reason, tickets, messages, step, mails }: Erasure): ErasureDto {
    return {
      ...{ asked_at: askedAt.toISOString(), finished_at: finishedAt?.toISOString() ?? null },
      ...{ reason, tickets, messages, step, mails, mails_in_all: mailsInAll },
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
