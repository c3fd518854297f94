import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { Omittable, QueryFlag } from '../../common/validation/choice.decorator.ts';
import { WholeNumber } from '../../common/validation/number.decorator.ts';
import { PageQueryDto } from '../../common/validation/page-query.dto.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import type { Attachment } from '../../attachments/domain/attachment.ts';
import { AttachmentDto } from '../../attachments/dto/attachment.dto.ts';
import { TicketChangesDto } from '../../tickets/dto/ticket-changes.dto.ts';
import type { CannedImport, CannedPage } from '../canned-answers.service.ts';
import type { CannedAnswer } from '../domain/canned-answer.ts';

const SEARCH_MAX = 200;

/** The id of a canned answer in the path. */
export class CannedAnswerIdDto {
  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Its id.' })
  @WholeNumber('Id', 1)
  id: number;
}

/** Which canned answers to list. */
export class CannedAnswersQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    example: 'inv',
    maxLength: SEARCH_MAX,
    description: 'Words that all have to be in its name or text, or begin a word there.',
  })
  @Omittable()
  @IsString({ message: 'Search must be text.' })
  @Text('Search', { max: SEARCH_MAX, optional: true })
  search?: string;

  @ApiPropertyOptional({
    type: Boolean,
    example: false,
    description: '`true` for those of the team, `false` for your own; left out, for both.',
  })
  @Omittable()
  @QueryFlag('Team')
  team?: boolean;
}

/** What people write of a canned answer. */
class CannedFieldsDto {
  @ApiProperty({ example: 'Invoices as one archive', description: 'What it is found by.' })
  name: string;

  @ApiProperty({ example: 'Hello {{customer.name}},', description: 'Markdown with placeholders.' })
  text: string;

  @ApiProperty({ example: true, description: 'Whether everybody at the desk has it, or only you.' })
  team: boolean;

  @ApiProperty({
    type: TicketChangesDto,
    example: { status: 'resolved' },
    description: 'What becomes of the ticket with it; what is left out stays as it is.',
  })
  steps: TicketChangesDto;
}

/** What can be taken in elsewhere as it stands. */
export class ExportedCannedAnswerDto extends CannedFieldsDto {
  @ApiPropertyOptional({
    type: [String],
    example: ['Terms 2026.pdf'],
    description: 'The names of its files, which do not go along. Left out where it has none.',
  })
  files?: string[];

  static from({ name, text, team, steps, files }: CannedAnswer): ExportedCannedAnswerDto {
    const names = files.map((file) => file.name);
    return { name, text, team, steps: { ...steps }, ...(names.length > 0 && { files: names }) };
  }
}

/** An answer that is written once and given often. Times are UTC with milliseconds. */
export class CannedAnswerDto extends CannedFieldsDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1, description: 'Names the canned answer.' })
  id: number;

  @ApiProperty({ type: [AttachmentDto], description: 'Its files, of which whoever uses it sends copies.' })
  attachments: AttachmentDto[];

  @ApiProperty({ type: 'integer', minimum: 0, example: 12, description: 'How often it was put into a message.' })
  uses: number;

  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Grows with every change; also the ETag.' })
  version: number;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was written down.' })
  created_at: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it last changed.' })
  updated_at: string;

  static of(answer: CannedAnswer): CannedAnswerDto {
    const { id, name, text, team, steps, files, uses, version, createdAt, updatedAt } = answer;
    return {
      ...{ id, name, text, team, steps: { ...steps }, uses, version },
      attachments: files.map((file) => AttachmentDto.of(file)),
      ...{ created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() },
    };
  }
}

export class CannedAnswerListDto {
  @ApiProperty({ type: [CannedAnswerDto], description: 'The most used first.' })
  results: CannedAnswerDto[];

  @ApiProperty({ type: String, nullable: true, example: null, description: 'The next page; null on the last.' })
  next_cursor: string | null;

  static of({ answers, next }: CannedPage): CannedAnswerListDto {
    return { results: answers.map((answer) => CannedAnswerDto.of(answer)), next_cursor: next };
  }
}

export class CannedExportDto {
  @ApiProperty({ type: [ExportedCannedAnswerDto], description: 'Oldest first.' })
  answers: ExportedCannedAnswerDto[];

  static of(answers: readonly CannedAnswer[]): CannedExportDto {
    return { answers: answers.map((answer) => ExportedCannedAnswerDto.from(answer)) };
  }
}

/** Copies of files that a message can take. */
export class CannedCopiesDto {
  @ApiProperty({ type: [AttachmentDto], description: 'In the order of the files.' })
  results: AttachmentDto[];

  static of(copies: readonly Attachment[]): CannedCopiesDto {
    return { results: copies.map((copy) => AttachmentDto.of(copy)) };
  }
}

/** An answer that came without its files. */
export class WithoutFilesDto {
  @ApiProperty({ example: 'Invoices as one archive', description: 'The name of the answer.' })
  name: string;

  @ApiProperty({ type: [String], example: ['Terms 2026.pdf'], description: 'The names of the files.' })
  files: string[];
}

/** What became of an import. */
export class CannedImportDto {
  @ApiProperty({ type: 'integer', example: 12, description: 'How many are new.' })
  added: number;

  @ApiProperty({ type: 'integer', example: 0, description: 'How many were there already, to the letter.' })
  known: number;

  @ApiProperty({
    type: [WithoutFilesDto],
    description: 'New ones that had files where they come from, which have to be added here.',
  })
  without_files: WithoutFilesDto[];

  static of({ added, known, withoutFiles }: CannedImport): CannedImportDto {
    return { added, known, without_files: withoutFiles.map(({ name, files }) => ({ name, files: [...files] })) };
  }
}
