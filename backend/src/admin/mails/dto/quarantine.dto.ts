import { ApiProperty } from '@nestjs/swagger';
import { COUNT } from '../../../common/number-schemas.ts';
import type { QuarantinedMail, QuarantinePage } from '../../../mail/domain/quarantined-mail.ts';

/** A mail that became nothing and waits for an admin. */
export class QuarantinedMailDto {
  @ApiProperty({ type: 'integer', example: 7, minimum: 1, description: 'Its id.' })
  id: number;

  @ApiProperty({ example: 'support@example.com at imap.example.com, INBOX', description: 'The mailbox it came to.' })
  mailbox: string;

  @ApiProperty({
    ...{ type: String, nullable: true, example: 'ada@example.com' },
    description: 'The address it says it is from; null when that cannot be read.',
  })
  sender: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Ada Moreau', description: 'The name beside it.' })
  sender_name: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Your invoice is overdue', description: 'Its subject.' })
  subject: string | null;

  @ApiProperty({
    example: 'The sender’s domain does not confirm it (DMARC)',
    description: 'Why it became neither ticket nor message, in words.',
  })
  reason: string;

  @ApiProperty({ ...COUNT, example: 4_210, description: 'Its size in bytes.' })
  size: number;

  @ApiProperty({
    example: true,
    description: 'Whether it is kept as it came; of one that was too large only this is left.',
  })
  has_source: boolean;

  @ApiProperty({
    format: 'date-time',
    example: '2026-11-27T09:58:00.000Z',
    description: 'When it came to its mailbox.',
  })
  arrived_at: string;

  static of(mail: QuarantinedMail): QuarantinedMailDto {
    const { id, mailbox, sender, senderName, subject, reason, size, hasSource, arrivedAt } = mail;
    return {
      ...{ id, mailbox, sender, sender_name: senderName, subject, reason, size, has_source: hasSource },
      arrived_at: arrivedAt.toISOString(),
    };
  }
}

export class QuarantineDto {
  @ApiProperty({ type: [QuarantinedMailDto], maxItems: 100, description: 'The mails, the newest first.' })
  results: QuarantinedMailDto[];

  @ApiProperty({
    ...{ type: String, nullable: true, example: null },
    description: 'The cursor of the next page; null on the last one.',
  })
  next_cursor: string | null;

  static of({ mails, next }: QuarantinePage): QuarantineDto {
    return { results: mails.map((mail) => QuarantinedMailDto.of(mail)), next_cursor: next };
  }
}

/** The ticket that was made of a mail. */
export class MadeTicketDto {
  @ApiProperty({ type: 'integer', example: 42, minimum: 1, description: 'The number of the ticket.' })
  ticket: number;
}
