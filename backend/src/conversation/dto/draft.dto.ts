import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsUUID, ValidateBy, ValidateNested } from 'class-validator';
import { AttachmentDto } from '../../attachments/dto/attachment.dto.ts';
import { Choice, Omittable } from '../../common/validation/choice.decorator.ts';
import { WholeNumber } from '../../common/validation/number.decorator.ts';
import { textProblem } from '../../common/validation/text.ts';
import { TicketChangesDto } from '../../tickets/dto/ticket-changes.dto.ts';
import { DRAFT_FILES_MAX, type Draft, type DraftWithFiles } from '../domain/draft.ts';
import { MESSAGE_MAX, WRITTEN_KINDS, type WrittenKind } from '../domain/message.ts';
import { FIRST_MESSAGE } from '../domain/timeline-entry.ts';
import { Addressed, RecipientsDto } from './recipients.dto.ts';

/** What I have begun to write to a ticket. */
export class DraftDto {
  @ApiProperty({ enum: WRITTEN_KINDS, enumName: 'WrittenKind', example: 'reply', description: 'What it shall be.' })
  @Choice('Kind', WRITTEN_KINDS)
  kind: WrittenKind;

  @ApiProperty({
    example: 'Good morning,\n\n',
    maxLength: MESSAGE_MAX,
    description: 'Kept to the letter, white space too; it may be empty.',
  })
  @ValidateBy({
    name: 'invalid_text',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && !textProblem(value, { max: MESSAGE_MAX, optional: true }),
      defaultMessage: () =>
        `Text must be text of at most ${MESSAGE_MAX.toLocaleString('en')} characters that can be stored.`,
    },
  })
  text: string;

  @ApiPropertyOptional({
    type: RecipientsDto,
    description: 'Who it shall go to, be it nobody; those it usually would where it is left out.',
  })
  @Addressed()
  recipients?: RecipientsDto;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: DRAFT_FILES_MAX,
    example: [],
    description: 'The ids of files that shall go along.',
  })
  @Omittable()
  @IsUUID('loose', { each: true, message: 'Attachments takes UUIDs.' })
  @ArrayMaxSize(DRAFT_FILES_MAX, { message: `Attachments takes at most ${String(DRAFT_FILES_MAX)}.` })
  @IsArray({ message: 'Attachments must be a list.' })
  attachments?: string[];

  @ApiPropertyOptional({
    type: TicketChangesDto,
    example: {},
    description: 'What the ticket is to get with it; whether it may is looked at when the message is written.',
  })
  @Omittable()
  @IsObject({ message: 'Sets must be an object with status, category, priority or assignee.' })
  @ValidateNested()
  @Type(() => TicketChangesDto)
  sets?: TicketChangesDto;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: FIRST_MESSAGE,
    default: FIRST_MESSAGE,
    example: 1,
    description: 'The ETag of the conversation that it is written in view of, as a number.',
  })
  @Omittable()
  @WholeNumber('Conversation', FIRST_MESSAGE, 2 ** 31 - 1)
  conversation?: number;

  static read({ kind, text, recipients, attachments, sets, conversation }: DraftDto): Draft {
    return {
      ...{ kind, text, conversation: conversation ?? FIRST_MESSAGE },
      // As the database writes them: they are looked for as text.
      attachments: (attachments ?? []).map((id) => id.toLowerCase()),
      recipients: recipients ? RecipientsDto.read(recipients) : null,
      sets: TicketChangesDto.patchOf(sets ?? {}),
    };
  }
}

/** My draft as it is kept. */
export class KeptDraftDto {
  @ApiProperty({ enum: WRITTEN_KINDS, enumName: 'WrittenKind', example: 'reply', description: 'What it shall be.' })
  kind: WrittenKind;

  @ApiProperty({ example: 'Good morning,\n\n', description: 'As it was given.' })
  text: string;

  @ApiProperty({
    type: RecipientsDto,
    nullable: true,
    description: 'Who it shall go to; null where nothing is said of it.',
  })
  recipients: RecipientsDto | null;

  @ApiProperty({ type: [String], format: 'uuid', example: [], description: 'The ids of files that shall go along.' })
  attachments: string[];

  @ApiProperty({ type: [AttachmentDto], description: 'Those of them that are there to be sent.' })
  files: AttachmentDto[];

  @ApiProperty({ type: TicketChangesDto, example: {}, description: 'What the ticket is to get with it.' })
  sets: TicketChangesDto;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 1,
    description: 'The ETag of the conversation that it is written in view of.',
  })
  conversation: number;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:41:02.007Z', description: 'When it was kept.' })
  updated_at: string;

  static of(draft: DraftWithFiles): KeptDraftDto {
    const { kind, text, recipients, attachments, sets, conversation, updatedAt, files } = draft;
    return {
      ...{
        kind,
        text,
        recipients: recipients && RecipientsDto.of(recipients),
        attachments: [...attachments],
        sets: { ...sets },
        conversation,
      },
      files: files.map((file) => AttachmentDto.of(file)),
      updated_at: updatedAt.toISOString(),
    };
  }
}
