import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, ValidateBy, ValidateNested } from 'class-validator';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { TicketChangesDto } from '../../tickets/dto/ticket-changes.dto.ts';
import {
  CANNED_NAME_MAX,
  CANNED_TEXT_MAX,
  type CannedFields,
  type CannedSteps,
  IMPORT_MAX,
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

/** A new canned answer: yours, unless it is for the team. */
export class CreateCannedAnswerDto extends CannedDetailsDto {
  @ApiProperty(name)
  @Text('Name', { max: CANNED_NAME_MAX, singleLine: true, name: true })
  name: string;

  @ApiProperty(text)
  @CannedText()
  text: string;

  static read(body: CreateCannedAnswerDto): CannedFields {
    return { name: body.name, text: body.text, team: body.team ?? false, steps: stepsOf(body.steps ?? {}) };
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

  static read(body: ChangeCannedAnswerDto): Partial<CannedFields> {
    const { name: called, text: words, team, steps } = body;
    return {
      ...(called !== undefined && { name: called }),
      ...(words !== undefined && { text: words }),
      ...(team !== undefined && { team }),
      ...(steps !== undefined && { steps: stepsOf(steps) }),
    };
  }
}

/** Canned answers as an export gives them. */
export class ImportCannedAnswersDto {
  /** All that each of them may have. */
  static readonly mostFields = IMPORT_MAX * 10;

  @ApiProperty({
    type: [CreateCannedAnswerDto],
    maxItems: IMPORT_MAX,
    example: [{ name: name.example, text: text.example, team: false, steps: { status: 'resolved' } }],
    description: 'All of them are taken in, or none.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(IMPORT_MAX, { message: `Answers takes at most ${String(IMPORT_MAX)}.` })
  @ValidateBy({
    name: 'not_an_object',
    validator: {
      validate: (list: unknown) => Array.isArray(list) && list.every((one) => one instanceof CreateCannedAnswerDto),
      defaultMessage: () => 'Answers takes objects, each with a name and a text.',
    },
  })
  @IsArray({ message: 'Answers must be a list.' })
  @Type(() => CreateCannedAnswerDto)
  answers: CreateCannedAnswerDto[];

  static read({ answers }: ImportCannedAnswersDto): CannedFields[] {
    return answers.map((answer) => CreateCannedAnswerDto.read(answer));
  }
}

/** Only what was given. */
function stepsOf({ status, category, priority, assignee }: CannedSteps): CannedSteps {
  return {
    ...(status !== undefined && { status }),
    ...(category !== undefined && { category }),
    ...(priority !== undefined && { priority }),
    ...(assignee !== undefined && { assignee }),
  };
}
