import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { AttachmentIds } from '../../attachments/dto/attachment-ids.decorator.ts';
import { Choice, Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { TicketChangesDto } from '../../tickets/dto/ticket-changes.dto.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';
import { HOLD_MAX, MESSAGE_MAX, WRITTEN_KINDS, type WrittenKind, type WrittenMessage } from '../domain/message.ts';
import { Addressed, RecipientsDto } from './recipients.dto.ts';

const seconds = `Leaves_in_seconds must be a whole number from 0 to ${String(HOLD_MAX)}.`;

/** An answer to the customer, or a note for the desk. */
export class WriteMessageDto extends TicketChangesDto {
  @ApiProperty({
    enum: WRITTEN_KINDS,
    enumName: 'WrittenKind',
    example: 'reply',
    description: '`reply` answers the customer; `note` is for the desk and never leaves it.',
  })
  @Choice('Kind', WRITTEN_KINDS)
  kind: WrittenKind;

  @ApiProperty({
    example: 'Good morning,\n\nthe six seats are **refunded**; it takes three days.',
    minLength: 1,
    maxLength: MESSAGE_MAX,
    description:
      'Markdown. White space around it is cut off; HTML in it is shown as it was typed. `![words](attachment:ID)` shows a picture ' +
      'that is among `attachments` (PNG, JPEG, GIF, WebP, AVIF); one from elsewhere is a link to it.',
  })
  @Text('Text', { max: MESSAGE_MAX })
  text: string;

  @ApiPropertyOptional({
    type: RecipientsDto,
    description:
      'Who an answer goes to; a note goes to nobody. Left out, it goes to who asks (`requester`), and in copy to who follows the ticket.',
  })
  @Addressed()
  recipients?: RecipientsDto;

  @ApiPropertyOptional({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    example: 'resolved',
    description:
      'The status that the ticket gets with it, as `category`, `priority` and `assignee` do: with an answer when that leaves. It is a ' +
      'version of its own.',
  })
  @Omittable()
  @Choice('Status', TICKET_STATUSES)
  declare status?: TicketStatus;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: HOLD_MAX,
    default: 0,
    example: 10,
    description: 'For so long an answer can be taken back before it leaves.',
  })
  @Omittable()
  @IsInt({ message: seconds })
  @Min(0, { message: seconds })
  @Max(HOLD_MAX, { message: seconds })
  leaves_in_seconds?: number;

  @AttachmentIds('The ids of files that you have uploaded and not sent.')
  attachments?: string[];

  static read(given: WriteMessageDto): WrittenMessage {
    const { kind, text, recipients, leaves_in_seconds, attachments } = given;
    const { status = null, ...sets } = TicketChangesDto.patchOf(given);
    return {
      attachments: attachments ?? [],
      ...{ kind, text, status, sets, leavesInSeconds: leaves_in_seconds ?? 0 },
      recipients: recipients ? RecipientsDto.read(recipients) : null,
    };
  }
}
