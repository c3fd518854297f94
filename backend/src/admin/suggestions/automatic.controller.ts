import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { AutomaticApplication } from '../../learning/automatic-application.service.ts';
import { CategoryKeyDto } from '../categories/dto/category-change.dto.ts';
import { AutomaticCategoryDto, AutomaticListDto, SetAutomaticDto } from './dto/automatic.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions/automatic')
export class AutomaticController {
  constructor(private readonly automatic: AutomaticApplication) {}

  @Get()
  @ApiOperation({
    summary: 'Where do suggestions apply by themselves?',
    description: 'For each category in use, with the record that allows or forbids it.',
  })
  @ApiOkResponse({ description: 'The categories.', type: AutomaticListDto })
  @ApiProblems('database_timeout')
  async list(): Promise<AutomaticListDto> {
    return AutomaticListDto.of(await this.automatic.list());
  }

  @Put(':key')
  @ApiOperation({
    summary: 'Let suggestions of a category apply by themselves, or no longer',
    description:
      'They apply to tickets that wait to be sorted and that nobody gave a category, and end their waiting; the history ' +
      'tells it as the doing of the desk. Allowed only while the lower bound of the record reaches the target: when it falls ' +
      'the desk stops by itself.',
  })
  @ApiOkResponse({ description: 'The category as it is then.', type: AutomaticCategoryDto })
  @ApiProblems(...BODY_PROBLEMS, 'category_not_found', 'record_too_low', 'database_timeout')
  async set(
    @Param() { key }: CategoryKeyDto,
    @Body() { enabled, target }: SetAutomaticDto,
    @CurrentCaller() caller: Caller,
  ): Promise<AutomaticCategoryDto> {
    return AutomaticCategoryDto.of(await this.automatic.set(key, { enabled, target }, caller));
  }
}
