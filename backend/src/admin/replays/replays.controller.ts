import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { Replays } from '../../classification/replay/replays.service.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { ReplayOrderDto } from './dto/replay-order.dto.ts';
import { ReplayPreviewDto } from './dto/replay-plan.dto.ts';
import { ReplayDetailsDto, ReplayIdDto, ReplayListDto } from './dto/replay.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions/replays')
export class ReplaysController {
  constructor(private readonly replays: Replays) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What would a replay do?',
    description: 'How many tickets there are for it, and what the questions to an LLM cost at most. Nothing is begun.',
  })
  @ApiOkResponse({ description: 'What would be compared.', type: ReplayPreviewDto })
  @ApiProblems(...BODY_PROBLEMS, 'database_timeout')
  async preview(@Body() body: ReplayOrderDto): Promise<ReplayPreviewDto> {
    return ReplayPreviewDto.of(await this.replays.preview(ReplayOrderDto.read(body)));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Replay confirmed tickets',
    description:
      'Has the newest confirmed tickets judged again, in the background, by two sides: a baseline and a candidate. No ' +
      'model is tried on what it has learned from. Ask the replay how far it is. One at a time.',
  })
  @ApiAcceptedResponse({ description: 'The replay, which is about to begin.', type: ReplayDetailsDto })
  @ApiProblems(...BODY_PROBLEMS, 'replay_running', 'replay_too_few')
  async start(@Body() body: ReplayOrderDto, @CurrentCaller() caller: Caller): Promise<ReplayDetailsDto> {
    return ReplayDetailsDto.of(await this.replays.start(ReplayOrderDto.read(body), caller));
  }

  @Get()
  @ApiOperation({ summary: 'List replays', description: 'The newest fifty are kept.' })
  @ApiOkResponse({ description: 'The replays, newest first.', type: ReplayListDto })
  @ApiProblems()
  async list(): Promise<ReplayListDto> {
    return ReplayListDto.of(await this.replays.list());
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far is a replay, and what came of it?' })
  @ApiOkResponse({ description: 'The replay.', type: ReplayDetailsDto })
  @ApiProblems('validation_failed', 'replay_not_found')
  async get(@Param() { id }: ReplayIdDto): Promise<ReplayDetailsDto> {
    return ReplayDetailsDto.of(await this.replays.get(id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a replay', description: 'What it found so far is not told.' })
  @ApiOkResponse({ description: 'The replay, which has ended.', type: ReplayDetailsDto })
  @ApiProblems('validation_failed', 'replay_not_found', 'replay_ended')
  async cancel(@Param() { id }: ReplayIdDto, @CurrentCaller() caller: Caller): Promise<ReplayDetailsDto> {
    return ReplayDetailsDto.of(await this.replays.cancel(id, caller));
  }
}
