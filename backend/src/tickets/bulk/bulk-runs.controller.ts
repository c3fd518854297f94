import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ClientGone } from '../../common/http/client-gone.decorator.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { BulkRunsService } from './bulk-runs.service.ts';
import { RUN_LOCATION, withRunLocation } from './bulk-run-headers.ts';
import { BULK_EXAMPLES, BulkCountDto, BulkOrderDto, BulkPreviewDto } from './dto/bulk-order.dto.ts';
import { BulkRunDto, BulkRunIdDto, BulkRunListDto } from './dto/bulk-run.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/tickets/bulk')
export class BulkRunsController {
  constructor(private readonly runs: BulkRunsService) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'How many tickets would it be?', description: 'Counted exactly; nothing changes.' })
  @ApiBody({ type: BulkPreviewDto, examples: BULK_EXAMPLES.preview })
  @ApiOkResponse({ description: 'The number of tickets.', type: BulkCountDto })
  @ApiProblems(...BODY_PROBLEMS, 'database_timeout')
  async preview(
    @Body() body: BulkPreviewDto,
    @CurrentCaller() caller: Caller,
    @ClientGone() gone: AbortSignal,
  ): Promise<BulkCountDto> {
    return { count: await this.runs.preview(BulkPreviewDto.readSelection(body), caller, gone) };
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Change or delete many tickets',
    description: 'Which tickets is settled now, the work is done in the background. Ask the run how far it is.',
  })
  @ApiBody({ type: BulkOrderDto, examples: BULK_EXAMPLES.order })
  @ApiAcceptedResponse({ description: 'The run that does it.', type: BulkRunDto, headers: RUN_LOCATION })
  @ApiProblems(...BODY_PROBLEMS, 'bulk_selection_changed')
  async start(
    @Body() body: BulkOrderDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkRunDto> {
    return withRunLocation(reply, await this.runs.start(BulkOrderDto.read(body), caller));
  }

  @Get()
  @ApiOperation({ summary: 'List runs', description: 'The newest twenty.' })
  @ApiOkResponse({ description: 'The runs, newest first.', type: BulkRunListDto })
  @ApiProblems()
  async list(): Promise<BulkRunListDto> {
    return BulkRunListDto.of(await this.runs.recent());
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far is a run?' })
  @ApiOkResponse({ description: 'The run.', type: BulkRunDto })
  @ApiProblems('validation_failed', 'bulk_run_not_found')
  async get(@Param() { id }: BulkRunIdDto): Promise<BulkRunDto> {
    return BulkRunDto.of(await this.runs.get(id));
  }

  @Post(':id/undo')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Take a run back',
    description: 'By another run, which leaves alone what somebody has changed since.',
  })
  @ApiAcceptedResponse({ description: 'The run that takes it back.', type: BulkRunDto, headers: RUN_LOCATION })
  @ApiProblems('validation_failed', 'bulk_run_not_found', 'bulk_run_not_undoable')
  async undo(
    @Param() { id }: BulkRunIdDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkRunDto> {
    return withRunLocation(reply, await this.runs.undo(id, caller));
  }
}
