import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { acceptedVersions } from '../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { TicketIdDto } from '../tickets/dto/ticket-id.dto.ts';
import { type DraftWithFiles, NO_DRAFT, draftVersion } from './domain/draft.ts';
import { Drafts } from './drafts.service.ts';
import { DraftDto, KeptDraftDto } from './dto/draft.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('my draft');
const NONE = 'Where there is none, `"0"`.';

@ApiTags('Conversation')
@Access('tickets:write')
@Controller('tickets/:id/draft')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @ApiOperation({ summary: 'Read what I have begun to write to a ticket', description: 'Nobody else can read it.' })
  @ApiOkResponse({ description: 'My draft.', type: KeptDraftDto, headers: ETAG })
  @ApiNoContentResponse({ description: 'There is none.', headers: ETAG })
  @ApiProblems('validation_failed', 'ticket_not_found')
  async read(
    @Param() { id }: TicketIdDto,
    @CurrentCaller() { userId }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptDraftDto | undefined> {
    return withDraft(reply, await this.drafts.find({ ticketId: id, userId }));
  }

  @Put()
  @ApiOperation({
    summary: 'Keep what I have begun to write to a ticket',
    description:
      'One draft for each person and ticket, in the place of the one before; with `If-Match` of that one alone, so that nothing is ' +
      'lost that was written elsewhere. Writing the message in a browser forgets the draft ' +
      'that says the same, and taking the message back brings it again.',
  })
  @ApiHeader({ ...IF_MATCH, description: `${IF_MATCH.description} ${NONE}` })
  @ApiOkResponse({ description: 'My draft as it is kept.', type: KeptDraftDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found', 'stale_version')
  async keep(
    @Param() { id }: TicketIdDto,
    @Body() body: DraftDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() { userId }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptDraftDto> {
    return told(
      reply,
      await this.drafts.keep({ ticketId: id, userId }, DraftDto.read(body), acceptedVersions(ifMatch)),
    );
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Forget what I have begun to write to a ticket',
    description: 'That there is none is no mistake.',
  })
  @ApiNoContentResponse({ description: 'There is none any more.' })
  @ApiProblems('validation_failed', 'ticket_not_found')
  forget(@Param() { id }: TicketIdDto, @CurrentCaller() { userId }: Caller): Promise<void> {
    return this.drafts.forget({ ticketId: id, userId });
  }
}

function withDraft(reply: FastifyReply, draft: DraftWithFiles | null): KeptDraftDto | undefined {
  if (draft) return told(reply, draft);
  tellVersion(reply, { version: NO_DRAFT });
  void reply.status(204);
  return undefined;
}

function told(reply: FastifyReply, draft: DraftWithFiles): KeptDraftDto {
  tellVersion(reply, { version: draftVersion(draft) });
  return KeptDraftDto.of(draft);
}
