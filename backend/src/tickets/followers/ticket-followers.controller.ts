import { Body, Controller, Delete, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { AskedContactDto } from '../../contacts/dto/asked-contact.dto.ts';
import { TicketDetailDto } from '../dto/ticket-detail.dto.ts';
import { TicketIdDto } from '../dto/ticket-id.dto.ts';
import { TicketDetails } from '../ticket-details.service.ts';
import { ETAG, withEntityTag } from '../ticket-headers.ts';
import { FollowerDto } from './dto/follower.dto.ts';
import { TicketFollowers } from './ticket-followers.service.ts';

@ApiTags('Tickets')
@Access('tickets:write')
@Controller('tickets/:id/followers')
export class TicketFollowersController {
  constructor(
    private readonly followers: TicketFollowers,
    private readonly details: TicketDetails,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Let somebody follow a ticket',
    description:
      'They get a copy of what is answered. A contact by id, or by an address, which makes one where nobody has it. Who ' +
      'follows the ticket already goes on. At most 50 follow a ticket.',
  })
  @ApiOkResponse({ description: 'The ticket after the change.', type: TicketDetailDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found')
  async add(
    @Param() { id }: TicketIdDto,
    @Body() body: AskedContactDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailDto> {
    const ticket = await this.followers.add(id, AskedContactDto.read(body), caller);
    return withEntityTag(reply, await this.details.of(ticket));
  }

  @Delete(':contact')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Have somebody follow a ticket no more',
    description: 'That they do not follow it is no mistake.',
  })
  @ApiNoContentResponse({ description: 'They do not follow it any more.' })
  @ApiProblems('validation_failed', 'ticket_not_found')
  remove(@Param() { id, contact }: FollowerDto, @CurrentCaller() caller: Caller): Promise<void> {
    return this.followers.remove(id, contact, caller);
  }
}
