import { ApiProperty } from '@nestjs/swagger';
import { AttachmentDto } from '../../attachments/dto/attachment.dto.ts';
import { PUBLIC_KINDS, type PublicKind, type PublicMessage } from '../../conversation/domain/public-message.ts';
import type { TakenAnswer } from '../domain/customer-ticket.ts';

/** A message as a customer reads it. */
export class CustomerMessageDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 3, description: 'Its number within the ticket.' })
  number: number;

  @ApiProperty({
    enum: PUBLIC_KINDS,
    enumName: 'CustomerMessageKind',
    example: 'reply',
    description: '`description` is what the ticket began with, `reply` is of the desk, `incoming` of customers.',
  })
  kind: PublicKind;

  @ApiProperty({ example: false, description: 'Whether the customer wrote it who reads it.' })
  mine: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Jonas Weber',
    description: 'What its author is called; null when nobody knows.',
  })
  author: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T10:05:02.007Z', description: 'When it was written.' })
  at: string;

  @ApiProperty({
    example: 'Hello Ruth, your invoices are **intact**.',
    description: 'As it was written: of the desk Markdown, otherwise plain.',
  })
  text: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '<p>Hello Ruth, your invoices are <strong>intact</strong>.</p>',
    description:
      'The same as sanitized HTML; null where the text is plain. An image fetches nothing: a picture that came with the message it names by `data-attachment`, an id among `attachments`, and a picture elsewhere by `data-remote-src`.',
  })
  html: string | null;

  @ApiProperty({
    example: '',
    description:
      'The quoted part of a mail, to be shown when asked for; empty without one. Of the description, `text` and `folded` together are all of it.',
  })
  folded: string;

  @ApiProperty({ type: [AttachmentDto], description: 'The files that came with it.' })
  attachments: AttachmentDto[];

  static of(message: PublicMessage): CustomerMessageDto {
    const { number, kind, mine, author, at, text, html, folded, attachments } = message;
    return {
      ...{ number, kind, mine, author, at: at.toISOString(), text, html, folded },
      attachments: attachments.map((attachment) => AttachmentDto.of(attachment)),
    };
  }
}

/** What a customer answered. */
export class TakenAnswerDto extends CustomerMessageDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 42,
    description: 'The number of the ticket in which it stands: another one, where the matter goes on there.',
  })
  ticket: number;

  static taken({ ticket, message }: TakenAnswer): TakenAnswerDto {
    return Object.assign(CustomerMessageDto.of(message), { ticket });
  }
}
