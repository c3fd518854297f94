import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { ArrayMaxSize, Matches } from 'class-validator';
import type { AuditFilter } from '../../../audit/audit-entry.ts';
import { kindsBut } from '../../../audit/audit-kind.ts';
import { CommaSeparated, Omittable } from '../../../common/validation/choice.decorator.ts';
import { Moment } from '../../../common/validation/moment.decorator.ts';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import { PageQueryDto } from '../../../common/validation/page-query.dto.ts';

/** Which events to export. All that is given must hold. */
export class AuditFilterDto {
  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1 },
    description: 'The id of a user: what they did, and what is about them.',
  })
  @Omittable()
  @WholeNumber('Actor', 1)
  actor?: number;

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    description:
      'What happened, like `sign_in_failed`. Any of several: repeat the parameter or separate the values by commas.',
  })
  @Omittable()
  @CommaSeparated()
  @Matches(/^[a-z][a-z_]{0,49}$/, {
    each: true,
    message: 'Kind takes kinds of events.',
    context: { code: 'unknown_value' },
  })
  @ArrayMaxSize(50, { message: 'Kind takes at most 50 kinds.' })
  kind?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    example: ['sign_in', 'sign_out'],
    description: 'What to leave out, like `kind`; what is left out is not found by `kind` either.',
  })
  @Omittable()
  @CommaSeparated()
  @Matches(/^[a-z][a-z_]{0,49}$/, {
    each: true,
    message: 'Except takes kinds of events.',
    context: { code: 'unknown_value' },
  })
  @ArrayMaxSize(50, { message: 'Except takes at most 50 kinds.' })
  except?: string[];

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'At this time or later, like `2026-04-20T00:00:00Z`.',
  })
  @Omittable()
  @Moment('From')
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this time.' })
  @Omittable()
  @Moment('To')
  to?: string;

  static read({ actor, kind, except, from, to }: AuditFilterDto): AuditFilter {
    return {
      ...(actor !== undefined && { actor }),
      ...(except ? { kinds: kindsBut(except, kind) } : kind && { kinds: kind }),
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
    };
  }
}

/** Which events to list, and which page of them. */
export class ListAuditDto extends IntersectionType(AuditFilterDto, PageQueryDto) {}
