import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { TicketIdDto } from '../../tickets/dto/ticket-id.dto.ts';
import { TicketDetailDto } from '../../tickets/dto/ticket-detail.dto.ts';
import { UpdateTicketDto } from '../../tickets/dto/update-ticket.dto.ts';
import { TicketAdminService } from '../../tickets/ticket-admin.service.ts';
import { TicketDetails } from '../../tickets/ticket-details.service.ts';
import { ETAG, IF_MATCH, withEntityTag } from '../../tickets/ticket-headers.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/tickets')
export class TicketsAdminController {
  constructor(
    private readonly tickets: TicketAdminService,
    private readonly details: TicketDetails,
  ) {}

  @Patch(':id')
  @ApiOperation({
    summary: 'Edit any field of a ticket',
    description: 'The same as PATCH /api/tickets/:id, kept for those who use it. Only the fields given change.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The ticket after the change.', type: TicketDetailDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found', 'stale_version')
  async edit(
    @Param() { id }: TicketIdDto,
    @Body() body: UpdateTicketDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailDto> {
    return withEntityTag(
      reply,
      await this.details.of(
        await this.tickets.change(id, UpdateTicketDto.read(body), { by, accepts: acceptedVersions(ifMatch) }),
      ),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a ticket', description: 'Its history stays, and the audit log tells of it.' })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems('validation_failed', 'ticket_not_found', 'stale_version')
  async delete(
    @Param() { id }: TicketIdDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
  ): Promise<void> {
    await this.tickets.delete(id, { by, accepts: acceptedVersions(ifMatch) });
  }
}
