import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import type { MailTemplate } from '../../mail-templates/domain/mail-template.ts';
import { MailTemplates } from '../../mail-templates/mail-templates.service.ts';
import { MailPreviewDto, MailTemplateDto, MailTemplateWordsDto, TemplateKindDto } from './dto/mail-template.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('the template');

@ApiTags('Admin')
@Access('admin')
// Every kind has one.
@ApiExtension('x-absence-is-fine', true)
@Controller('admin/mail/templates/:kind')
export class MailTemplatesController {
  constructor(private readonly templates: MailTemplates) {}

  @Get()
  @ApiOperation({ summary: 'How do mails look?', description: 'Subject and body, around the answer where it is one.' })
  @ApiOkResponse({ description: 'The template.', type: MailTemplateDto, headers: ETAG })
  @ApiProblems('validation_failed')
  async read(
    @Param() { kind }: TemplateKindDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailTemplateDto> {
    return withEntityTag(reply, await this.templates.read(kind));
  }

  @Put()
  @ApiOperation({
    summary: 'Set how mails look',
    description:
      'All of it. It counts for mails that leave from then on; one that left and is tried again stays as it is. With If-Match it is ' +
      'refused when somebody else was faster.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The template.', type: MailTemplateDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'stale_version')
  async save(
    @Param() { kind }: TemplateKindDto,
    @Body() { subject, body }: MailTemplateWordsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailTemplateDto> {
    const request = { by, accepts: acceptedVersions(ifMatch) };
    return withEntityTag(reply, await this.templates.save(kind, { subject, body }, request));
  }

  @Delete()
  @ApiOperation({ summary: 'Have mails look as the desk brings them', description: 'With If-Match as when it is set.' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The template that counts again.', type: MailTemplateDto, headers: ETAG })
  @ApiProblems('validation_failed', 'stale_version')
  async reset(
    @Param() { kind }: TemplateKindDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailTemplateDto> {
    return withEntityTag(reply, await this.templates.save(kind, null, { by, accepts: acceptedVersions(ifMatch) }));
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'See a mail as it would be sent',
    description:
      'An answer of yours in an example, with your signature, or your name where you have none; or an acknowledgement to somebody whom ' +
      'their domain confirms. Keeps nothing.',
  })
  @ApiOkResponse({ description: 'The mail.', type: MailPreviewDto })
  @ApiProblems(...BODY_PROBLEMS)
  async preview(
    @Param() { kind }: TemplateKindDto,
    @Body() words: MailTemplateWordsDto,
    @CurrentCaller() { user }: Caller,
  ): Promise<MailPreviewDto> {
    return MailPreviewDto.of(await this.templates.preview(kind, words, user));
  }
}

function withEntityTag(reply: FastifyReply, template: MailTemplate): MailTemplateDto {
  tellVersion(reply, template);
  return MailTemplateDto.of(template);
}
