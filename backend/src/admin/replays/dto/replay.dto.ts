import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import {
  REPLAYS_KEPT,
  REPLAY_STATES,
  type Replay,
  type ReplayState,
} from '../../../classification/replay/domain/replay.ts';
import type { ReplayDetails, ShownTicket } from '../../../classification/replay/replays.service.ts';
import { COUNT, SHARE } from '../../../common/number-schemas.ts';
import type { SaidOfField } from '../../../learning/replay/replay-answer.ts';
import { SUGGESTED_FIELDS, type SuggestedField } from '../../../suggestions/domain/suggested-field.ts';
import { ReplayPlanDto } from './replay-plan.dto.ts';
import { ReplayResultDto } from './replay-result.dto.ts';

const ID = '01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f';

/** The id of a replay in the path. */
export class ReplayIdDto {
  @ApiProperty({ format: 'uuid', description: 'The id of the replay.' })
  @IsUUID('loose', { message: 'Id must be a UUID.' })
  id: string;
}

/** Confirmed tickets that are judged again by two of those who could suggest. */
export class ReplayDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'Names the replay.' })
  id: string;

  @ApiProperty({ enum: REPLAY_STATES, enumName: 'ReplayState', example: 'done', description: 'How far it is.' })
  state: ReplayState;

  @ApiProperty({ type: ReplayPlanDto, description: 'What it compares.' })
  plan: ReplayPlanDto;

  @ApiProperty({ type: 'integer', nullable: true, example: 1, description: 'The id of the admin who asked for it.' })
  requested_by: number | null;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When that was.' })
  created_at: string;

  @ApiProperty({
    ...{ type: String, nullable: true, format: 'date-time', example: '2026-04-20T09:23:02.480Z' },
    description: 'When it ended; null before.',
  })
  finished_at: string | null;

  @ApiProperty({ ...COUNT, example: 400, description: 'How many answers there are so far, failures among them,' })
  answered: number;

  @ApiProperty({ ...COUNT, example: 400, description: 'of how many: one of each side for each ticket.' })
  questions: number;

  @ApiProperty({
    ...COUNT,
    example: 0,
    description: 'How often the process that did it stopped and another one went on; no answer counts twice.',
  })
  interruptions: number;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why it failed, for people.' })
  failure: string | null;

  @ApiProperty({ type: ReplayResultDto, nullable: true, description: 'What came of it; null unless it is done.' })
  result: ReplayResultDto | null;

  static ofReplay(replay: Replay): ReplayDto {
    const { id, state, plan, requestedBy, createdAt, finishedAt, answered, questions, interruptions, failure } = replay;
    return {
      ...{ id, state, plan: ReplayPlanDto.of(plan), requested_by: requestedBy },
      ...{ created_at: createdAt.toISOString(), finished_at: finishedAt?.toISOString() ?? null },
      ...{ answered, questions, interruptions, failure },
      result: replay.result && ReplayResultDto.of(replay.result),
    };
  }
}

export class ReplayListDto {
  @ApiProperty({ type: [ReplayDto], maxItems: REPLAYS_KEPT, description: 'Those that are kept, newest first.' })
  results: ReplayDto[];

  static of(replays: readonly Replay[]): ReplayListDto {
    return { results: replays.map((replay) => ReplayDto.ofReplay(replay)) };
  }
}

/** What a side said of a ticket. */
export class ReplaySaidDto {
  @ApiProperty({ example: 'billing', description: 'What it holds likeliest, also where it would say nothing.' })
  value: string;

  @ApiProperty({ ...SHARE, example: 0.71, description: 'How sure it is; null when it does not say.' })
  confidence: number | null;

  @ApiProperty({
    type: [String],
    example: ['billing'],
    description: 'What it offers: one, two to choose from, or none.',
  })
  options: string[];

  static of({ value, confidence, options }: SaidOfField): ReplaySaidDto {
    return { value, confidence, options: [...options] };
  }
}

/** A ticket on which both sides differ. */
export class ReplayTicketDto {
  @ApiProperty({ type: 'integer', example: 42, description: 'The number of the ticket.' })
  ticket: number;

  @ApiProperty({ example: 'Charged twice', description: 'Its title.' })
  title: string;

  @ApiProperty({
    enum: SUGGESTED_FIELDS,
    enumName: 'SuggestedField',
    example: 'category',
    description: 'In which field.',
  })
  field: SuggestedField;

  @ApiProperty({ example: 'billing', description: 'What people had decided.' })
  decided: string;

  @ApiProperty({ type: ReplaySaidDto, description: 'What the baseline said.' })
  baseline: ReplaySaidDto;

  @ApiProperty({ type: ReplaySaidDto, description: 'What the candidate said.' })
  candidate: ReplaySaidDto;

  static of({ ticket, title, field, decided, baseline, candidate }: ShownTicket): ReplayTicketDto {
    const said = { baseline: ReplaySaidDto.of(baseline), candidate: ReplaySaidDto.of(candidate) };
    return { ticket, title, field, decided, ...said };
  }
}

/** A replay with some of the tickets on which both sides differ. */
export class ReplayDetailsDto extends ReplayDto {
  @ApiProperty({
    type: [ReplayTicketDto],
    maxItems: 20,
    description: 'Up to ten for each field, those first on which one is right and the other is not.',
  })
  differing: ReplayTicketDto[];

  static of({ replay, differing }: ReplayDetails): ReplayDetailsDto {
    return Object.assign(ReplayDto.ofReplay(replay), { differing: differing.map((one) => ReplayTicketDto.of(one)) });
  }
}
