import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { BulkRunDto } from '../../tickets/bulk/dto/bulk-run.dto.ts';
import { AdminCategoryDto, AdminCategoryListDto, MergePreviewDto } from './dto/admin-category.dto.ts';
import {
  AddCategoryDto,
  CategoryKeyDto,
  CategoryOrderDto,
  ChangeCategoryDto,
  MergeIntoDto,
} from './dto/category-change.dto.ts';
import { CategoryVocabulary } from './category-vocabulary.service.ts';

const { ETAG, IF_MATCH } = versionHeaders('the category');

@ApiTags('Admin')
@Access('admin')
@Controller('admin/categories')
export class CategoriesAdminController {
  constructor(private readonly vocabulary: CategoryVocabulary) {}

  @Get()
  @ApiOperation({ summary: 'List categories with their tickets', description: 'All of them, in their order.' })
  @ApiOkResponse({ description: 'The categories.', type: AdminCategoryListDto })
  @ApiProblems('database_timeout')
  async list(): Promise<AdminCategoryListDto> {
    return AdminCategoryListDto.of(await this.vocabulary.all());
  }

  @Post()
  @ApiOperation({ summary: 'Add a category', description: 'At the end of the list; the desk offers it at once.' })
  @ApiCreatedResponse({ description: 'The new category.', type: AdminCategoryDto })
  @ApiProblems(...BODY_PROBLEMS, 'category_exists')
  async add(@Body() body: AddCategoryDto, @CurrentCaller() caller: Caller): Promise<AdminCategoryDto> {
    return AdminCategoryDto.of(await this.vocabulary.add(body, caller));
  }

  @Put('order')
  @ApiOperation({ summary: 'Put the categories in order' })
  @ApiOkResponse({ description: 'The categories in their new order.', type: AdminCategoryListDto })
  @ApiProblems(...BODY_PROBLEMS, 'database_timeout')
  async reorder(@Body() { keys }: CategoryOrderDto, @CurrentCaller() caller: Caller): Promise<AdminCategoryListDto> {
    return AdminCategoryListDto.of(await this.vocabulary.reorder(keys, caller));
  }

  @Patch(':key')
  @ApiOperation({
    summary: 'Rename, describe, retire or restore a category',
    description:
      'Only the fields given change. The key stays for good. With If-Match the change is refused when somebody else was ' +
      'faster; the list tells of each category at which version it is.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The category after the change.', type: AdminCategoryDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'category_not_found', 'category_exists', 'last_category', 'stale_version')
  async change(
    @Param() { key }: CategoryKeyDto,
    @Body() body: ChangeCategoryDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminCategoryDto> {
    const request = { by, accepts: acceptedVersions(ifMatch) };
    const category = AdminCategoryDto.of(await this.vocabulary.change(key, body, request));
    tellVersion(reply, category);
    return category;
  }

  @Get(':key/merge')
  @ApiOperation({ summary: 'How many tickets would a merge move?' })
  @ApiOkResponse({ description: 'The number of tickets.', type: MergePreviewDto })
  @ApiProblems('validation_failed', 'category_not_found', 'database_timeout')
  async previewMerge(@Param() { key }: CategoryKeyDto, @Query() { into }: MergeIntoDto): Promise<MergePreviewDto> {
    return { tickets: await this.vocabulary.previewMerge(key, into) };
  }

  @Post(':key/merge')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Merge a category into another',
    description: 'Retires it at once and moves its tickets in the background; the answer tells how to follow that.',
  })
  @ApiAcceptedResponse({ description: 'The run that moves the tickets.', type: BulkRunDto })
  @ApiProblems(...BODY_PROBLEMS, 'category_not_found')
  async merge(
    @Param() { key }: CategoryKeyDto,
    @Body() { into }: MergeIntoDto,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkRunDto> {
    return BulkRunDto.of(await this.vocabulary.merge(key, into, caller));
  }
}
