import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, IsString, ValidateBy, ValidateNested } from 'class-validator';
import { ATTACHMENTS_MAX } from '../../attachments/domain/attachment.ts';
import { AttachmentIds } from '../../attachments/dto/attachment-ids.decorator.ts';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { TicketChangesDto } from '../../tickets/dto/ticket-changes.dto.ts';
import {
  CANNED_NAME_MAX,
  CANNED_TEXT_MAX,
  type CannedFields,
  type CannedWriting,
  IMPORT_MAX,
  type ImportedAnswer,
} from '../domain/canned-answer.ts';
import { CannedText } from './canned-text.decorator.ts';

const name = {
  example: 'Invoices as one archive',
  minLength: 1,
  maxLength: CANNED_NAME_MAX,
  description: 'What it is found by; one line.',
};

const text = {
  example: 'Hello {{customer.name}},\n\nwe have packed your invoices into **one archive**.\n\n{{agent.name}}',
  minLength: 1,
  maxLength: CANNED_TEXT_MAX,
  description:
    'Markdown. `{{customer.name}}`, `{{ticket.id}}`, `{{ticket.title}}` and `{{agent.name}}` are filled in by who gives the ' +
    'answer; any other name in such braces is refused.',
};

/** Whose it is, and what goes with it. */
class CannedDetailsDto {
  @ApiPropertyOptional({
    example: false,
    description: 'Whether everybody at the desk has it, which admins write; otherwise only you see it.',
  })
  @Omittable()
  @IsBoolean({ message: 'Team must be true or false.' })
  team?: boolean;

  @ApiPropertyOptional({
    type: TicketChangesDto,
    example: { status: 'resolved' },
    description: 'All that becomes of the ticket with it; `{}` for nothing. Checked like a change of a ticket.',
  })
  @Omittable()
  @IsObject({ message: 'Steps must be an object with status, category, priority or assignee.' })
  @ValidateNested()
  @Type(() => TicketChangesDto)
  steps?: TicketChangesDto;
}

/** All that one says. */
class WholeAnswerDto extends CannedDetailsDto {
  @ApiProperty(name)
  @Text('Name', { max: CANNED_NAME_MAX, singleLine: true, name: true })
  name: string;

  @ApiProperty(text)
  @CannedText()
  text: string;
}

/** A new canned answer: yours, unless it is for the team. */
export class CreateCannedAnswerDto extends WholeAnswerDto {
  @AttachmentIds('The ids of files that you have uploaded and not sent; whoever uses the answer sends copies.')
  attachments?: string[];

  static read(body: CreateCannedAnswerDto): CannedWriting {
    return { ...fieldsOf(body), attachments: idsOf(body.attachments ?? []) };
  }
}

/** A canned answer as an export gives it. */
export class ImportedCannedAnswerDto extends WholeAnswerDto {
  @ApiPropertyOptional({
    type: [String],
    maxItems: ATTACHMENTS_MAX,
    example: [],
    description: 'The names of its files elsewhere. They do not come along; the answer tells of them.',
  })
  @Omittable()
  @IsString({ each: true, message: 'Files takes names.' })
  @ArrayMaxSize(ATTACHMENTS_MAX, { message: `Files takes at most ${String(ATTACHMENTS_MAX)}.` })
  @IsArray({ message: 'Files must be a list of names.' })
  files?: string[];

  static read(body: ImportedCannedAnswerDto): ImportedAnswer {
    return { ...fieldsOf(body), files: body.files ?? [] };
  }
}

/** What to change, at least one of them. */
export class ChangeCannedAnswerDto extends CannedDetailsDto {
  @ApiPropertyOptional(name)
  @Omittable()
  @Text('Name', { max: CANNED_NAME_MAX, singleLine: true, name: true })
  name?: string;

  @ApiPropertyOptional(text)
  @Omittable()
  @CannedText()
  text?: string;

  @AttachmentIds(
    'The ids of all files that it is to have: those that it has and stay, and files that you have uploaded.',
  )
  attachments?: string[];

  static read(body: ChangeCannedAnswerDto): Partial<CannedWriting> {
    const { name: called, text: words, team, steps, attachments } = body;
    return {
      ...(called !== undefined && { name: called }),
      ...(words !== undefined && { text: words }),
      ...(team !== undefined && { team }),
      ...(steps !== undefined && { steps: TicketChangesDto.patchOf(steps) }),
      ...(attachments !== undefined && { attachments: idsOf(attachments) }),
    };
  }
}

/** Canned answers as an export gives them. */
export class ImportCannedAnswersDto {
  /** All that each of them may have. */
  static readonly mostFields = IMPORT_MAX * (10 + ATTACHMENTS_MAX);

  @ApiProperty({
    type: [ImportedCannedAnswerDto],
    maxItems: IMPORT_MAX,
    example: [{ name: name.example, text: text.example, team: false, steps: { status: 'resolved' } }],
    description: 'All of them are taken in, or none.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(IMPORT_MAX, { message: `Answers takes at most ${String(IMPORT_MAX)}.` })
  @ValidateBy({
    name: 'not_an_object',
    validator: {
      validate: (list: unknown) => Array.isArray(list) && list.every((one) => one instanceof ImportedCannedAnswerDto),
      defaultMessage: () => 'Answers takes objects, each with a name and a text.',
    },
  })
  @IsArray({ message: 'Answers must be a list.' })
  @Type(() => ImportedCannedAnswerDto)
  answers: ImportedCannedAnswerDto[];

  static read({ answers }: ImportCannedAnswersDto): ImportedAnswer[] {
    return answers.map((answer) => ImportedCannedAnswerDto.read(answer));
  }
}

function fieldsOf({ name: called, text: words, team, steps }: WholeAnswerDto): CannedFields {
  return { name: called, text: words, team: team ?? false, steps: TicketChangesDto.patchOf(steps ?? {}) };
}

/** As the database writes them, each once. */
function idsOf(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
