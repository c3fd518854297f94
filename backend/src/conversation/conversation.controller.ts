import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
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
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { readIdempotencyKey } from '../tickets/domain/idempotency-key.ts';
import { TicketIdDto } from '../tickets/dto/ticket-id.dto.ts';
import {
  ETAG,
  IDEMPOTENCY_KEY,
  IF_MATCH,
  LOCATION,
  REPLAYED,
  withAddress,
  withConversation,
} from './conversation-headers.ts';
import { MessageNumberDto } from './dto/message-number.dto.ts';
import { TimelineEntryDto } from './dto/timeline-entry.dto.ts';
import { TimelineDto, TimelineQueryDto } from './dto/timeline.dto.ts';
import { WriteMessageDto } from './dto/write-message.dto.ts';
import { HeldAnswers } from './held-answers.service.ts';
import { MessageIntake } from './message-intake.service.ts';
import { TimelineService } from './timeline.service.ts';

@ApiTags('Conversation')
@Controller('tickets/:id')
export class ConversationController {
  constructor(
    private readonly timeline: TimelineService,
    private readonly intake: MessageIntake,
    private readonly held: HeldAnswers,
  ) {}

  @Get('timeline')
  @Access('tickets:read')
  @ApiOperation({
    summary: 'Read what was said and done about a ticket',
    description:
      'The description it was written with, answers, notes and changes, in one order: each is a version of the ticket. The ETag ' +
      'is the number of the newest message that the customer wrote or may read, and `"1"` while there is only the description.',
  })
  @ApiOkResponse({ description: 'One page of the timeline.', type: TimelineDto, headers: ETAG })
  @ApiProblems('validation_failed', 'ticket_not_found')
  async read(
    @Param() { id }: TicketIdDto,
    @Query() query: TimelineQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimelineDto> {
    return withConversation(reply, await this.timeline.page(id, query));
  }

  @Post('messages')
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Answer a customer, or write a note for the desk',
    description:
      'With If-Match an answer or note is refused when the customer or a colleague has written to the conversation since it was ' +
      'read; notes of colleagues do not count. An answer is sent by mail; while no mail server is set up it is kept and marked as not sent.',
  })
  @ApiHeader(IF_MATCH)
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiCreatedResponse({
    description: 'The message as it stands in the timeline.',
    type: TimelineEntryDto,
    headers: { ...LOCATION, ...ETAG, ...REPLAYED },
  })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found', 'idempotency_key_reused', 'stale_conversation')
  async write(
    @Param() { id }: TicketIdDto,
    @Body() body: WriteMessageDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimelineEntryDto> {
    return withAddress(
      reply,
      await this.timeline.ofWritten(
        await this.intake.write(id, WriteMessageDto.read(body), {
          ...{ by: caller, accepts: acceptedVersions(ifMatch), key: readIdempotencyKey(key) },
        }),
      ),
    );
  }

  @Delete('messages/:number')
  @Access('tickets:write')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take back an answer that is held',
    description:
      'For who wrote it. Nothing of its text is kept in the timeline, which tells that there was one; in a browser it is my draft again, ' +
      'before what I have begun meanwhile.',
  })
  @ApiNoContentResponse({ description: 'It will not leave.' })
  @ApiProblems('validation_failed', 'forbidden', 'ticket_not_found', 'message_not_found', 'message_left', 'draft_full')
  takeBack(@Param() { id, number }: MessageNumberDto, @CurrentCaller() caller: Caller): Promise<void> {
    return this.held.takeBack(id, number, caller);
  }

  @Post('messages/:number/send')
  @Access('tickets:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let an answer leave now that is held', description: 'For who wrote it.' })
  @ApiNoContentResponse({ description: 'It has left.' })
  @ApiProblems('validation_failed', 'forbidden', 'ticket_not_found', 'message_not_found', 'message_left')
  send(@Param() { id, number }: MessageNumberDto, @CurrentCaller() caller: Caller): Promise<void> {
    return this.held.send(id, number, caller);
  }

  @Get('messages/:number')
  @Access('tickets:read')
  @ApiOperation({ summary: 'Read one message of a ticket' })
  @ApiOkResponse({ description: 'The message as it stands in the timeline.', type: TimelineEntryDto })
  @ApiProblems('validation_failed', 'ticket_not_found', 'message_not_found')
  async message(@Param() { id, number }: MessageNumberDto): Promise<TimelineEntryDto> {
    return TimelineEntryDto.of(await this.timeline.message(id, number));
  }
}
