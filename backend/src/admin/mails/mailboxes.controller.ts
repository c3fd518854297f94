import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
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
import type { Mailbox } from '../../mail-accounts/domain/mailbox.ts';
import { MailTrials } from '../../mail-accounts/mail-trials.service.ts';
import { Mailboxes } from '../../mail-accounts/mailboxes.service.ts';
import { MailTrialDto, MailboxDto } from './dto/mail-setup.dto.ts';
import { ChangeMailboxDto, CreateMailboxDto, TryMailboxDto, typedSecrets } from './dto/mailbox-change.dto.ts';
import { FixedMailboxDto, MailboxIdDto } from './dto/mailbox-id.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('the mailbox');

@ApiTags('Admin')
@Access('admin')
@Controller('admin/mailboxes')
export class MailboxesController {
  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly trials: MailTrials,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Have the desk read a mailbox',
    description:
      'What lies there becomes tickets too, unless `old_mails` is false. Nothing is changed in it. It is read at once, by other processes within seconds.',
  })
  @ApiCreatedResponse({ description: 'The mailbox.', type: MailboxDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'mailbox_exists', 'secret_key_missing')
  async add(
    @Body() body: CreateMailboxDto,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailboxDto> {
    const old = { withOldMails: body.old_mails ?? true };
    return withEntityTag(reply, await this.mailboxes.add(CreateMailboxDto.read(body), typedSecrets(body), by, old));
  }

  @Post('test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try a mailbox',
    description:
      'Connects as the desk would and tells how each step went, at most for half a minute. Keeps nothing, changes nothing in the ' +
      'mailbox, and is noted in the audit log. Answers 200 also when a step fails.',
  })
  @ApiOkResponse({ description: 'The steps.', type: MailTrialDto })
  @ApiProblems(...BODY_PROBLEMS, 'mailbox_not_found', 'too_many_requests')
  async try(@Body() body: TryMailboxDto, @CurrentCaller() by: Caller): Promise<MailTrialDto> {
    const typed = typedSecrets(body);
    return MailTrialDto.of(
      await this.trials.tryMailbox(CreateMailboxDto.read(body), { typed, id: body.id ?? null, by }),
    );
  }

  @Post('fixed/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try a mailbox of the environment',
    description:
      'As it is set where the desk is installed (`MAILBOXES`), with its password; the rest is as with others.',
  })
  @ApiOkResponse({ description: 'The steps.', type: MailTrialDto })
  @ApiProblems(...BODY_PROBLEMS, 'mailbox_not_found', 'too_many_requests')
  async tryFixed(@Body() { name }: FixedMailboxDto, @CurrentCaller() by: Caller): Promise<MailTrialDto> {
    return MailTrialDto.of(await this.trials.tryFixedMailbox(name, by));
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change a mailbox',
    description: 'Only the fields given change. With If-Match the change is refused when somebody else was faster.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The mailbox after the change.', type: MailboxDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'mailbox_not_found', 'mailbox_exists', 'secret_key_missing', 'stale_version')
  async change(
    @Param() { id }: MailboxIdDto,
    @Body() body: ChangeMailboxDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailboxDto> {
    const request = { by, accepts: acceptedVersions(ifMatch) };
    return withEntityTag(
      reply,
      await this.mailboxes.change(id, ChangeMailboxDto.read(body), typedSecrets(body), request),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Stop reading a mailbox',
    description: 'Its password is forgotten. What came from it stays, and what lies in it is left alone.',
  })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ description: 'It is read no more.' })
  @ApiProblems('validation_failed', 'mailbox_not_found', 'stale_version')
  async remove(
    @Param() { id }: MailboxIdDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
  ): Promise<void> {
    await this.mailboxes.remove(id, { by, accepts: acceptedVersions(ifMatch) });
  }
}

function withEntityTag(reply: FastifyReply, mailbox: Mailbox): MailboxDto {
  tellVersion(reply, mailbox);
  return MailboxDto.of(mailbox);
}
