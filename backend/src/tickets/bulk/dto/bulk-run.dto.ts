import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { ApiVia } from '../../../common/author.dto.ts';
import type { Via } from '../../../common/author.ts';
import { COUNT } from '../../../common/number-schemas.ts';
import {
  BULK_RUN_KINDS,
  BULK_RUN_STATES,
  type BulkRun,
  type BulkRunKind,
  type BulkRunState,
} from '../domain/bulk-run.ts';

const ID = '01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f';
const otherRun = { type: String, nullable: true, format: 'uuid', example: null } as const;

/** The id of a run in the path. */
export class BulkRunIdDto {
  @ApiProperty({ format: 'uuid', description: 'The id of the run.' })
  @IsUUID('loose', { message: 'Id must be a UUID.' })
  id: string;
}

/** A ticket that was left as it was. */
export class BulkFailureDto {
  @ApiProperty({ type: 'integer', example: 42, description: 'The number of the ticket.' })
  ticket: number;

  @ApiProperty({ example: 'The category was retired in the meantime.', description: 'Why, for people.' })
  reason: string;
}

/** A change of many tickets, on its way or done. */
export class BulkRunDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'Names the run.' })
  id: string;

  @ApiProperty({ enum: BULK_RUN_KINDS, enumName: 'BulkRunKind', example: 'change', description: 'What it does.' })
  kind: BulkRunKind;

  @ApiProperty({ enum: BULK_RUN_STATES, enumName: 'BulkRunState', example: 'running', description: 'How far it is.' })
  state: BulkRunState;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { kind: 'change', changes: { status: 'closed' } },
    description: 'What was asked for.',
  })
  action: Record<string, unknown>;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 1,
    description: 'The id of the user who asked for it; null when no user did.',
  })
  requested_by: number | null;

  @ApiVia()
  via: Via;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was asked for.' })
  created_at: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'When it ended; null while it goes on.',
  })
  finished_at: string | null;

  @ApiProperty({ ...COUNT, example: 309, description: 'How many tickets were selected.' })
  total: number;

  @ApiProperty({ ...COUNT, example: 200, description: 'How many of them are done, one way or another.' })
  processed: number;

  @ApiProperty({ ...COUNT, example: 197, description: 'How many were changed or deleted.' })
  changed: number;

  @ApiProperty({ ...COUNT, example: 2, description: 'How many were as they should be already.' })
  unchanged: number;

  @ApiProperty({
    ...COUNT,
    example: 1,
    description: 'How many were left as they were, because something stood against it.',
  })
  failed: number;

  @ApiProperty({ type: [BulkFailureDto], maxItems: 100, description: 'The first hundred that failed.' })
  failures: BulkFailureDto[];

  @ApiProperty({ ...otherRun, description: 'The run that this one takes back.' })
  undo_of: string | null;

  @ApiProperty({ ...otherRun, description: 'The run that takes this one back.' })
  undone_by: string | null;

  @ApiProperty({ example: false, description: 'Whether it can be taken back now.' })
  can_undo: boolean;

  static of(run: BulkRun): BulkRunDto {
    return {
      id: run.id,
      kind: run.kind,
      state: run.state,
      action: { ...run.action },
      via: run.via,
      requested_by: run.requestedBy,
      created_at: run.createdAt.toISOString(),
      finished_at: run.finishedAt?.toISOString() ?? null,
      total: run.total,
      processed: run.processed,
      changed: run.changed,
      unchanged: run.unchanged,
      failed: run.failed,
      failures: run.failures.map(({ ticket, reason }) => ({ ticket, reason })),
      undo_of: run.undoOf,
      undone_by: run.undoneBy,
      can_undo: run.canUndo,
    };
  }
}

export class BulkRunListDto {
  @ApiProperty({ type: [BulkRunDto], maxItems: 20, description: 'The newest twenty.' })
  results: BulkRunDto[];

  static of(runs: readonly BulkRun[]): BulkRunListDto {
    return { results: runs.map((run) => BulkRunDto.of(run)) };
  }
}
