import { Body, Controller, Delete, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import type { SenderAccount } from '../../mail-accounts/domain/sender.ts';
import { MailTrials } from '../../mail-accounts/mail-trials.service.ts';
import { Senders } from '../../mail-accounts/senders.service.ts';
import { MailTrialDto, SenderDto } from './dto/mail-setup.dto.ts';
import { typedSecrets } from './dto/mailbox-change.dto.ts';
import { ChangeSenderDto } from './dto/sender-change.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('the sender');

@ApiTags('Admin')
@Access('admin')
@Controller('admin/sender')
export class SenderController {
  constructor(
    private readonly senders: Senders,
    private readonly trials: MailTrials,
  ) {}

  @Put()
  @ApiOperation({
    summary: 'Set how the desk sends mails',
    description:
      'All of it; it counts at once. With If-Match it is refused when somebody else was faster; `"0"` is that nobody has set it.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The sender.', type: SenderDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'secret_key_missing', 'stale_version')
  async save(
    @Body() body: ChangeSenderDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SenderDto> {
    const request = { by, accepts: acceptedVersions(ifMatch) };
    return withEntityTag(reply, await this.senders.save(ChangeSenderDto.read(body), typedSecrets(body), request));
  }

  @Post('test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try a sender, with a mail to itself',
    description:
      'Connects as the desk would and tells how each step went, at most for half a minute. Keeps nothing, and is noted in the audit log. ' +
      'Answers 200 also when a step fails.',
  })
  @ApiOkResponse({ description: 'The steps.', type: MailTrialDto })
  @ApiProblems(...BODY_PROBLEMS, 'too_many_requests')
  async try(@Body() body: ChangeSenderDto, @CurrentCaller() by: Caller): Promise<MailTrialDto> {
    return MailTrialDto.of(await this.trials.trySender(ChangeSenderDto.read(body), typedSecrets(body), by));
  }

  @Post('fixed/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try the sender of the environment, with a mail to itself',
    description:
      'As it is set where the desk is installed (`SMTP_URL`, `MAIL_FROM`), with its password; the rest is as with another.',
  })
  @ApiOkResponse({ description: 'The steps.', type: MailTrialDto })
  @ApiProblems('sender_not_found', 'too_many_requests')
  async tryFixed(@CurrentCaller() by: Caller): Promise<MailTrialDto> {
    return MailTrialDto.of(await this.trials.tryFixedSender(by));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Forget how the desk sends mails',
    description: 'What is set where the desk is installed counts again; without that, answers are kept as not sent.',
  })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ description: 'It is forgotten, its password too.' })
  @ApiProblems('validation_failed', 'sender_not_found', 'stale_version')
  async remove(@Headers('if-match') ifMatch: string | undefined, @CurrentCaller() by: Caller): Promise<void> {
    await this.senders.remove({ by, accepts: acceptedVersions(ifMatch) });
  }
}

function withEntityTag(reply: FastifyReply, sender: SenderAccount): SenderDto {
  tellVersion(reply, sender);
  return SenderDto.of(sender);
}
