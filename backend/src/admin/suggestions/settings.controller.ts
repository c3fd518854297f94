import { Body, Controller, Get, Headers, Patch, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { DeskSettingsChange } from '../../suggestions/desk-settings-change.service.ts';
import type { SuggestionSettings } from '../../suggestions/domain/desk-settings.ts';
import { ChangeSettingsDto } from './dto/settings-change.dto.ts';
import { SuggestionSettingsDto } from './dto/settings.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('the settings', 'them');

@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions/settings')
export class SuggestionSettingsController {
  constructor(private readonly settings: DeskSettingsChange) {}

  @Get()
  @ApiOperation({
    summary: 'How does the desk suggest?',
    description: 'What is in effect, and for each value whether an admin set it or the environment says it.',
  })
  @ApiOkResponse({ description: 'The settings.', type: SuggestionSettingsDto, headers: ETAG })
  @ApiProblems()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<SuggestionSettingsDto> {
    return withEntityTag(reply, await this.settings.read());
  }

  @Patch()
  @ApiOperation({
    summary: 'Change how the desk suggests',
    description:
      'Only the settings given change; null goes back to what the environment says. They take effect at once, in other ' +
      'processes within two seconds. With If-Match the change is refused when somebody else was faster.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The settings after the change.', type: SuggestionSettingsDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'stale_version')
  async change(
    @Body() body: ChangeSettingsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SuggestionSettingsDto> {
    const request = { by, accepts: acceptedVersions(ifMatch) };
    return withEntityTag(reply, await this.settings.change(ChangeSettingsDto.read(body), request));
  }
}

function withEntityTag(reply: FastifyReply, settings: SuggestionSettings): SuggestionSettingsDto {
  tellVersion(reply, settings);
  return SuggestionSettingsDto.of(settings);
}
