import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { LexiconTrial } from '../../learning/lexicon-trial.service.ts';
import type { StoredLexicon } from '../../learning/domain/lexicon.ts';
import { Lexicon } from '../../learning/lexicon.service.ts';
import { LexiconTrialDto } from './dto/lexicon-trial.dto.ts';
import { LexiconChangesDto, LexiconDto, LexiconTrialTextDto } from './dto/lexicon.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('the lexicon');

@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions/lexicon')
export class LexiconController {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly trial: LexiconTrial,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Read the words that the desk goes by',
    description: 'Terms of categories and words of urgency as they are shipped, and what this desk changed of them.',
  })
  @ApiOkResponse({ description: 'The lexicon.', type: LexiconDto, headers: ETAG })
  @ApiProblems()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<LexiconDto> {
    return withEntityTag(reply, await this.lexicon.read());
  }

  @Put()
  @ApiOperation({
    summary: 'Change the words that the desk goes by',
    description:
      'Takes the place of all changes before. The desk learns again at once, and terms and words of urgency take effect with ' +
      'the model that comes out, in every process, if it is no worse than the one that answers.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The lexicon after the change.', type: LexiconDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'stale_version')
  async replace(
    @Body() body: LexiconChangesDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LexiconDto> {
    return withEntityTag(reply, await this.lexicon.replace(body, { by, accepts: acceptedVersions(ifMatch) }));
  }

  @Post('try')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try words on a text',
    description: 'Which terms stand in it, with which weight, and what comes of it. Nothing is stored.',
  })
  @ApiOkResponse({ description: 'What the words do.', type: LexiconTrialDto })
  @ApiProblems(...BODY_PROBLEMS)
  async tryOut(@Body() { text, changes }: LexiconTrialTextDto): Promise<LexiconTrialDto> {
    return LexiconTrialDto.of(await this.trial.run({ title: '', description: text }, changes ?? null));
  }
}

function withEntityTag(reply: FastifyReply, lexicon: StoredLexicon): LexiconDto {
  tellVersion(reply, lexicon);
  return LexiconDto.ofStored(lexicon);
}
