import { ApiProperty } from '@nestjs/swagger';
import { SUGGESTER_STATUSES, type SuggesterStatus } from '../../../classification/domain/suggester-status.ts';
import { COUNT } from '../../../common/number-schemas.ts';
import { AuditEventDto } from '../../audit/dto/audit-event.dto.ts';
import { LlmDayDto } from '../../llm/dto/llm-report.dto.ts';
import type { Overview } from '../overview.service.ts';

const lastTime = { type: String, nullable: true, format: 'date-time', example: '2026-04-20T09:22:31.120Z' } as const;

export class DatabaseHealthDto {
  @ApiProperty({ enum: ['ok'], example: 'ok', description: 'Always ok; without it this answers 503.' })
  status: 'ok';

  @ApiProperty({ example: 1.2, minimum: 0, description: 'How many milliseconds a small question takes.' })
  latency_ms: number;
}

export class LlmHealthDto {
  @ApiProperty({
    enum: SUGGESTER_STATUSES,
    enumName: 'LlmStatus',
    example: 'ok',
    description: 'By the newest answer of the last 24 hours; `unknown` when nobody asked.',
  })
  status: SuggesterStatus;

  @ApiProperty({ type: LlmDayDto, description: 'What became of the questions of the last 24 hours.' })
  last_day: LlmDayDto;

  @ApiProperty({ ...lastTime, description: 'When it last suggested something, within 24 hours.' })
  last_answer_at: string | null;

  @ApiProperty({ ...lastTime, example: null, description: 'When it last failed, within 24 hours.' })
  last_failure_at: string | null;
}

export class SystemHealthDto {
  @ApiProperty({ enum: ['ok'], example: 'ok', description: 'This answer shows it.' })
  api: 'ok';

  @ApiProperty({ type: DatabaseHealthDto, description: 'PostgreSQL.' })
  database: DatabaseHealthDto;

  @ApiProperty({ type: LlmHealthDto, description: 'The model that suggests.' })
  llm: LlmHealthDto;
}

export class VersionsDto {
  @ApiProperty({ example: '0.1.0', description: 'This system.' })
  app: string;

  @ApiProperty({ example: '24.11.1', description: 'Node.js.' })
  node: string;

  @ApiProperty({ example: '18.1', description: 'PostgreSQL.' })
  postgres: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '1',
    description: 'The prompt; null while no model is set up.',
  })
  prompt: string | null;
}

export class DeskCountsDto {
  @ApiProperty({ ...COUNT, example: 4827, description: 'All tickets there are.' })
  tickets: number;

  @ApiProperty({ ...COUNT, example: 214, description: 'Tickets whose status is open.' })
  open_tickets: number;

  @ApiProperty({ ...COUNT, example: 12, description: 'People who may sign in.' })
  users_active: number;

  @ApiProperty({ ...COUNT, example: 2, description: 'Those of them who are admins.' })
  admins_active: number;

  @ApiProperty({ ...COUNT, example: 5, description: 'API tokens that work.' })
  tokens_active: number;

  @ApiProperty({ ...COUNT, example: 9, description: 'Browsers that are signed in.' })
  sessions_active: number;

  @ApiProperty({ ...COUNT, example: 4, description: 'Categories that new tickets may take.' })
  categories_active: number;

  @ApiProperty({ ...COUNT, example: 3, description: 'Mails that became nothing and wait for an admin.' })
  mails_quarantined: number;
}

/** How the desk is, at one glance. */
export class OverviewDto {
  @ApiProperty({ type: SystemHealthDto, description: 'Whether everything works.' })
  health: SystemHealthDto;

  @ApiProperty({ type: VersionsDto, description: 'What runs here.' })
  versions: VersionsDto;

  @ApiProperty({ type: DeskCountsDto, description: 'How much there is, at this moment.' })
  counts: DeskCountsDto;

  @ApiProperty({
    type: [AuditEventDto],
    maxItems: 20,
    description: 'The newest twenty events of the audit log, without people signing in and out.',
  })
  recent_audit: AuditEventDto[];

  static of({ databaseLatencyMs, llm, versions, figures, recentAudit }: Overview): OverviewDto {
    return {
      health: {
        api: 'ok',
        database: { status: 'ok', latency_ms: databaseLatencyMs },
        llm: {
          status: llm.status,
          last_day: LlmDayDto.of(llm),
          last_answer_at: llm.lastAnswerAt?.toISOString() ?? null,
          last_failure_at: llm.lastFailureAt?.toISOString() ?? null,
        },
      },
      versions: { ...versions },
      counts: {
        tickets: figures.tickets,
        open_tickets: figures.openTickets,
        users_active: figures.usersActive,
        admins_active: figures.adminsActive,
        tokens_active: figures.tokensActive,
        sessions_active: figures.sessionsActive,
        categories_active: figures.categoriesActive,
        mails_quarantined: figures.mailsQuarantined,
      },
      recent_audit: recentAudit.map((entry) => AuditEventDto.of(entry)),
    };
  }
}
