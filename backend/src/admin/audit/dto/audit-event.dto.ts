import { ApiProperty } from '@nestjs/swagger';
import type { AuditEntry, AuditPage } from '../../../audit/audit-entry.ts';
import { AuthoredDto } from '../../../common/author.dto.ts';
import { encodeCursor } from '../../../common/http/keyset-cursor.ts';

/** What an event is about. */
export class AuditSubjectDto {
  @ApiProperty({ example: 'category', description: 'What kind of thing.' })
  type: string;

  @ApiProperty({ type: String, nullable: true, example: 'general', description: 'Which one, if there are several.' })
  id: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'General', description: 'How people knew it then.' })
  label: string | null;
}

/** Something that was done, or tried. */
export class AuditEventDto extends AuthoredDto {
  @ApiProperty({ type: 'integer', example: 512, description: 'Names the event.' })
  id: number;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it happened.' })
  at: string;

  @ApiProperty({ example: 'category_changed', description: 'What happened.' })
  kind: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '203.0.113.7',
    description: 'The network address it came from.',
  })
  address: string | null;

  @ApiProperty({ type: AuditSubjectDto, nullable: true, description: 'What it is about, if anything in particular.' })
  subject: AuditSubjectDto | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { changes: { label: { from: 'General', to: 'Everything else' } } },
    description: 'More about it. Holds text that people typed: never show it as HTML.',
  })
  details: Record<string, unknown>;

  static of({ id, at, kind, actor, via, address, subject, details }: AuditEntry): AuditEventDto {
    return {
      ...{ id, at: at.toISOString(), kind, actor, via, address },
      subject: subject && { type: subject.type, id: subject.id, label: subject.label },
      details: { ...details },
    };
  }
}

export class AuditEventListDto {
  @ApiProperty({ type: [AuditEventDto], description: 'Newest first.' })
  results: AuditEventDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'MjAyNi0wNC0yMFQwOToyMjozMS4xMjBaLzQ4MjE',
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ entries, next }: AuditPage): AuditEventListDto {
    return {
      results: entries.map((entry) => AuditEventDto.of(entry)),
      next_cursor: next && encodeCursor({ createdAt: next.at, id: next.id }),
    };
  }
}
