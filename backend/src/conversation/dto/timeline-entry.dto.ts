import { ApiProperty } from '@nestjs/swagger';
import { AttachmentDto } from '../../attachments/dto/attachment.dto.ts';
import { ApiVia } from '../../common/author.dto.ts';
import type { Via } from '../../common/author.ts';
import { TicketChangesDto } from '../../tickets/dto/ticket-changes.dto.ts';
import { TicketEventDto } from '../../tickets/dto/ticket-event.dto.ts';
import type { Redaction } from '../../tickets/redaction/domain/redaction.ts';
import { REMOVED_WORDS } from '../../vocabulary/removed-words.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';
import { AUTHOR_TYPES, type AuthorType, type MessageAuthor, authorOf, ofTheDesk } from '../domain/message-author.ts';
import {
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  RECIPIENT_ROLES,
  RECIPIENT_STATES,
  type RecipientRole,
  type RecipientState,
  type ToldRecipient,
} from '../domain/message.ts';
import { SENDER_CHECKERS, SENDER_VERDICTS, type SenderCheck } from '../domain/sender-check.ts';
import { ENTRY_KINDS, type EntryKind, type TimelineEntry } from '../domain/timeline-entry.ts';

/** Who wrote a message, or did something. */
export class MessageAuthorDto {
  @ApiProperty({
    enum: AUTHOR_TYPES,
    enumName: 'AuthorType',
    example: 'user',
    description: '`user` works at the desk, `contact` writes to it, `desk` is the desk itself.',
  })
  type: AuthorType;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 3,
    description: 'The id of the user or contact; null for the desk.',
  })
  id: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Mina Park',
    description: 'What they are called; null for the desk.',
  })
  name: string | null;

  static of({ type, id, name }: MessageAuthor): MessageAuthorDto {
    return { type, id, name };
  }
}

/** Somebody an answer goes to, and what became of it there. */
export class ToldRecipientDto {
  @ApiProperty({
    enum: RECIPIENT_ROLES,
    enumName: 'RecipientRole',
    example: 'to',
    description: 'Written to, or in copy.',
  })
  role: RecipientRole;

  @ApiProperty({ example: 'Ada Lovelace', description: 'What they are called; empty when nobody said.' })
  name: string;

  @ApiProperty({ example: 'ada@example.com', description: 'The address of their mailbox.' })
  address: string;

  @ApiProperty({
    enum: RECIPIENT_STATES,
    enumName: 'RecipientState',
    nullable: true,
    example: 'sent',
    description:
      'What became of it there; null while nobody knows. `bounced` came back for good, `soft_bounced` for now, and while it is `delayed` a server still tries.',
  })
  state: RecipientState | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The words of their server, if it said any.',
  })
  detail: string | null;

  static of({ role, name, address, state, detail }: ToldRecipient): ToldRecipientDto {
    return { role, name, address, state, detail };
  }
}

/** What became of an answer. */
export class DeliveryDto {
  @ApiProperty({
    enum: DELIVERY_STATES,
    enumName: 'DeliveryState',
    example: 'held',
    description:
      '`held` until it leaves, `queued` until the mail server has taken it, then `sent`, `failed`, or `bounced` when it came back; `not_sent` where there is nobody or no way to send it.',
  })
  state: DeliveryState;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-04-20T09:41:12.007Z',
    description: 'When it leaves, or left.',
  })
  leaves_at: string | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why, in words.' })
  detail: string | null;

  static of({ state, leavesAt, detail }: Delivery): DeliveryDto {
    return { state, leaves_at: leavesAt?.toISOString() ?? null, detail };
  }
}

/** That the words of a message were removed for good. */
export class RedactionDto {
  @ApiProperty({ format: 'date-time', example: '2026-04-21T08:12:40.120Z', description: 'When they were removed.' })
  at: string;

  @ApiProperty({ type: MessageAuthorDto, description: 'Who removed them.' })
  by: MessageAuthorDto;

  @ApiProperty({ example: 'It held the number of a credit card.', description: 'Why, as they said it.' })
  reason: string;

  static of(redaction: Redaction): RedactionDto {
    const { at, reason } = redaction;
    return { at: at.toISOString(), by: MessageAuthorDto.of(ofTheDesk(redaction)), reason };
  }
}

/** What is known of who a mail is from. */
export class SenderCheckDto {
  @ApiProperty({
    ...{ enum: SENDER_VERDICTS, enumName: 'SenderVerdict', example: 'confirmed' },
    description:
      '`confirmed` by the domain of its sender (SPF, DKIM, DMARC), `failed` what the domain says of its mails, or `denied`: the domain wants such mails refused, and an admin let it in.',
  })
  verdict: SenderCheck['verdict'];

  @ApiProperty({
    ...{ enum: SENDER_CHECKERS, enumName: 'SenderChecker', example: 'desk' },
    description: 'Who found that out: the `desk`, or the mailbox’s `server`, whose results it believes.',
  })
  by: SenderCheck['by'];

  static of({ verdict, by }: SenderCheck): SenderCheckDto {
    return { verdict, by };
  }
}

/** One step of a timeline: the description that the ticket began with, a message, or what was done to the ticket. */
export class TimelineEntryDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 3,
    description: 'Its place: the version of the ticket that it made.',
  })
  number: number;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:41:02.007Z', description: 'When it came.' })
  at: string;

  @ApiProperty({
    enum: ENTRY_KINDS,
    enumName: 'TimelineEntryKind',
    example: 'reply',
    description: '`event` is what was done to the ticket; `note` is for the desk alone.',
  })
  kind: EntryKind;

  @ApiProperty({ type: MessageAuthorDto, description: 'Who wrote or did it.' })
  author: MessageAuthorDto;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    example: null,
    description:
      'Of a mail: `true` where the domain of its sender confirms it (SPF, DKIM, DMARC), `false` where it fails what the domain says of its mails; null where nobody knows, and of all else.',
  })
  sender_confirmed: boolean | null;

  @ApiProperty({
    ...{ type: SenderCheckDto, nullable: true, example: null },
    description: 'The same with who found it out; null where nobody knows, and of all else than mails.',
  })
  sender_check: SenderCheckDto | null;

  @ApiVia()
  via: Via;

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
    example: 'The six seats are **refunded**.',
    description:
      'As it was written: of answers and notes Markdown, otherwise plain. Null of an event, of what was taken back, and of what was removed.',
  })
  text: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '<p>The six seats are <strong>refunded</strong>.</p>',
    description:
      'The same as sanitized HTML; null where the text is plain. What `folded` holds may be in it, in an element marked `data-quote`. An image fetches nothing: a picture that came with the message it names by `data-attachment`, an id among `attachments`, and a picture elsewhere by `data-remote-src`.',
  })
  html: string | null;

  @ApiProperty({
    example: '',
    description:
      'The quoted part of a mail, to be shown when asked for; empty without one. Of the description: `text` and `folded` together are the `description` of the ticket.',
  })
  folded: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: null,
    description:
      'Of what the desk says of another ticket, its number: one in which this one goes on, or that goes on in this one.',
  })
  linked_ticket: number | null;

  @ApiProperty({ type: [ToldRecipientDto], description: 'Who an answer goes to.' })
  recipients: ToldRecipientDto[];

  @ApiProperty({ type: [AttachmentDto], description: 'The files that came with it.' })
  attachments: AttachmentDto[];

  @ApiProperty({ type: DeliveryDto, nullable: true, description: 'Of an answer: what became of it.' })
  delivery: DeliveryDto | null;

  @ApiProperty({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    nullable: true,
    example: null,
    description: 'The status that came with it; null for none.',
  })
  sets_status: TicketStatus | null;

  @ApiProperty({
    type: TicketChangesDto,
    example: {},
    description: 'What else came with it: category, priority, assignee; `{}` for nothing.',
  })
  sets: TicketChangesDto;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When an answer was taken back before it left: nothing of its text is kept.',
  })
  taken_back_at: string | null;

  @ApiProperty({
    type: RedactionDto,
    nullable: true,
    description:
      'When the words of the message were removed for good; null where nobody did. A description may have been written anew since.',
  })
  redaction: RedactionDto | null;

  @ApiProperty({
    type: TicketEventDto,
    nullable: true,
    description: 'Of an event and of the description: what was done to the ticket.',
  })
  event: TicketEventDto | null;

  static of(entry: TimelineEntry): TimelineEntryDto {
    const { kind, event, description, message } = entry;
    const kept = message?.takenBackAt === null ? message : null;
    const text = kept?.text ?? description;
    return {
      ...{ number: event.version, at: event.at.toISOString(), kind, author: MessageAuthorDto.of(authorOf(entry)) },
      sender_confirmed: message?.senderCheck ? message.senderCheck.verdict === 'confirmed' : null,
      sender_check: message?.senderCheck ? SenderCheckDto.of(message.senderCheck) : null,
      ...{ via: event.via, token_name: event.tokenName },
      ...{ text: text === REMOVED_WORDS ? null : text, html: kept?.html ?? null, folded: kept?.folded ?? '' },
      linked_ticket: message?.linkedTicket ?? null,
      recipients: (message?.recipients ?? []).map((recipient) => ToldRecipientDto.of(recipient)),
      attachments: entry.attachments.map((attachment) => AttachmentDto.of(attachment)),
      delivery: message?.delivery ? DeliveryDto.of(message.delivery) : null,
      sets_status: message?.setsStatus ?? null,
      sets: { ...message?.sets },
      taken_back_at: message?.takenBackAt?.toISOString() ?? null,
      redaction: entry.redaction && RedactionDto.of(entry.redaction),
      event: message && kind !== 'description' ? null : TicketEventDto.of(event),
    };
  }
}
