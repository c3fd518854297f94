import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { Models } from '../../learning/models.service.ts';
import { ModelDto, ModelIdDto, ModelListDto } from './dto/model.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/models')
export class ModelsController {
  constructor(private readonly models: Models) {}

  @Get()
  @ApiOperation({
    summary: "List the models of the desk's own suggester",
    description: 'The newest fifty: how good each was, what it learned from, and which one answers.',
  })
  @ApiOkResponse({ description: 'The models, newest first.', type: ModelListDto })
  @ApiProblems()
  async list(): Promise<ModelListDto> {
    return ModelListDto.of(await this.models.list());
  }

  @Post('refit')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Learn again now',
    description:
      'In the background; the list tells when it has ended. When nothing new comes out, no model is added; a worse one is kept aside.',
  })
  @ApiAcceptedResponse({ description: 'The models so far; the desk is about to learn.', type: ModelListDto })
  @ApiProblems()
  async refit(@CurrentCaller() caller: Caller): Promise<ModelListDto> {
    await this.models.refit(caller);
    return ModelListDto.of(await this.models.list());
  }

  @Post(':id/activate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Go back to a model',
    description: 'It answers within seconds, in every process, and gives way only to one that clearly wins against it.',
  })
  @ApiOkResponse({ description: 'The model, which answers now.', type: ModelDto })
  @ApiProblems('validation_failed', 'model_not_found', 'model_not_kept')
  async activate(@Param() { id }: ModelIdDto, @CurrentCaller() caller: Caller): Promise<ModelDto> {
    return ModelDto.of(await this.models.activate(id, caller));
  }
}
