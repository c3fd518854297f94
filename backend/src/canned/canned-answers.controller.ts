import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { acceptedVersions } from '../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { CannedAnswers, type CannedWriter } from './canned-answers.service.ts';
import type { CannedAnswer } from './domain/canned-answer.ts';
import {
  CannedAnswerDto,
  CannedAnswerIdDto,
  CannedAnswerListDto,
  CannedAnswersQueryDto,
  CannedCopiesDto,
  CannedExportDto,
  CannedImportDto,
} from './dto/canned-answer.dto.ts';
import { ChangeCannedAnswerDto, CreateCannedAnswerDto, ImportCannedAnswersDto } from './dto/canned-change.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('the canned answer');

@ApiTags('Canned answers')
@Controller('canned-answers')
export class CannedAnswersController {
  constructor(private readonly answers: CannedAnswers) {}

  @Get()
  @Access('tickets:read')
  @ApiOperation({
    summary: 'List canned answers, or find some',
    description: 'Those of the team and your own, the most used first.',
  })
  @ApiOkResponse({ description: 'One page of canned answers.', type: CannedAnswerListDto })
  @ApiProblems('validation_failed')
  async list(@Query() query: CannedAnswersQueryDto, @CurrentCaller() { userId }: Caller): Promise<CannedAnswerListDto> {
    return CannedAnswerListDto.of(await this.answers.page(userId, query));
  }

  @Post()
  @Access('tickets:write')
  @ApiOperation({ summary: 'Write a canned answer', description: 'For yourself or, as an admin, for the team.' })
  @ApiCreatedResponse({ description: 'The canned answer.', type: CannedAnswerDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS)
  async create(
    @Body() body: CreateCannedAnswerDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CannedAnswerDto> {
    return withEntityTag(reply, await this.answers.create(writer(caller), CreateCannedAnswerDto.read(body)));
  }

  @Get('export')
  @Access('tickets:read')
  @ApiOperation({
    summary: 'Export canned answers',
    description: 'Those of the team and your own, as `import` takes them. Of files only the names.',
  })
  @ApiOkResponse({ description: 'All that you see.', type: CannedExportDto })
  @ApiProblems()
  async export(@CurrentCaller() { userId }: Caller): Promise<CannedExportDto> {
    return CannedExportDto.of(await this.answers.all(userId));
  }

  @Post('import')
  @HttpCode(200)
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Import canned answers',
    description:
      'All of them or none. What is there already to the letter is not added again; new ones of the team only admins bring. ' +
      'Files do not come along: `without_files` tells which answers had some.',
  })
  @ApiOkResponse({ description: 'How many came to it.', type: CannedImportDto })
  @ApiProblems(...BODY_PROBLEMS)
  async import(@Body() body: ImportCannedAnswersDto, @CurrentCaller() caller: Caller): Promise<CannedImportDto> {
    return CannedImportDto.of(await this.answers.import(writer(caller), ImportCannedAnswersDto.read(body)));
  }

  @Get(':id')
  @Access('tickets:read')
  @ApiOperation({ summary: 'Read a canned answer' })
  @ApiOkResponse({ description: 'The canned answer.', type: CannedAnswerDto, headers: ETAG })
  @ApiProblems('validation_failed', 'canned_answer_not_found')
  async get(
    @Param() { id }: CannedAnswerIdDto,
    @CurrentCaller() { userId }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CannedAnswerDto> {
    return withEntityTag(reply, await this.answers.get(userId, id));
  }

  @Patch(':id')
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Change a canned answer',
    description: 'Only the fields given change. With If-Match the change is refused when somebody else was faster.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The canned answer after the change.', type: CannedAnswerDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'canned_answer_not_found', 'stale_version')
  async change(
    @Param() { id }: CannedAnswerIdDto,
    @Body() body: ChangeCannedAnswerDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CannedAnswerDto> {
    return withEntityTag(
      reply,
      await this.answers.change(writer(caller), id, ChangeCannedAnswerDto.read(body), acceptedVersions(ifMatch)),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Delete a canned answer',
    description:
      'What was written with it stays. For a day it can be restored, with its files; then they are gone for good.',
  })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems('validation_failed', 'canned_answer_not_found', 'stale_version')
  async delete(
    @Param() { id }: CannedAnswerIdDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.answers.delete(writer(caller), id, acceptedVersions(ifMatch));
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Bring a deleted canned answer back',
    description: 'As it was, with its files and how often it was used, within a day. One that is there stays as it is.',
  })
  @ApiOkResponse({ description: 'The canned answer.', type: CannedAnswerDto, headers: ETAG })
  @ApiProblems('validation_failed', 'canned_answer_not_found')
  async restore(
    @Param() { id }: CannedAnswerIdDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CannedAnswerDto> {
    return withEntityTag(reply, await this.answers.restore(writer(caller), id));
  }

  @Post(':id/copies')
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Copy the files of a canned answer for a message',
    description:
      'All of them or none. The copies are yours as if you had uploaded them: name their ids in a message or a draft; after a day ' +
      'without one they go.',
  })
  @ApiCreatedResponse({ description: 'The copies, in the order of the files.', type: CannedCopiesDto })
  @ApiProblems(
    ...(['validation_failed', 'canned_answer_not_found', 'attachment_not_found'] as const),
    ...(['attachment_quota_reached', 'attachment_storage_unavailable'] as const),
  )
  async copy(@Param() { id }: CannedAnswerIdDto, @CurrentCaller() { userId }: Caller): Promise<CannedCopiesDto> {
    return CannedCopiesDto.of(await this.answers.copyFiles(userId, id));
  }

  @Post(':id/uses')
  @HttpCode(204)
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Count that a canned answer was used',
    description: 'Once for each message it was put into; its version stays.',
  })
  @ApiNoContentResponse({ description: 'It is counted.' })
  @ApiProblems('validation_failed', 'canned_answer_not_found')
  async use(@Param() { id }: CannedAnswerIdDto, @CurrentCaller() { userId }: Caller): Promise<void> {
    await this.answers.countUse(userId, id);
  }
}

function writer({ userId, scopes }: Caller): CannedWriter {
  return { userId, isAdmin: scopes.includes('admin') };
}

function withEntityTag(reply: FastifyReply, answer: CannedAnswer): CannedAnswerDto {
  tellVersion(reply, answer);
  return CannedAnswerDto.of(answer);
}
