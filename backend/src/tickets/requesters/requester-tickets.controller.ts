import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { PageQueryDto } from '../../common/validation/page-query.dto.ts';
import { ContactIdDto } from '../../contacts/dto/contact-id.dto.ts';
import { RequesterTicketListDto } from './dto/requester-ticket-list.dto.ts';
import { RequesterTickets } from './requester-tickets.service.ts';

@ApiTags('Contacts')
@Access('tickets:read')
@Controller()
export class RequesterTicketsController {
  constructor(private readonly tickets: RequesterTickets) {}

  @Get('contacts/:id/tickets')
  @ApiOperation({
    summary: 'List what a contact has asked',
    description: 'Newest first; also what those asked who were merged into the contact.',
  })
  @ApiOkResponse({ description: 'One page of tickets.', type: RequesterTicketListDto })
  @ApiProblems('validation_failed', 'contact_not_found', 'database_timeout')
  async ofContact(@Param() { id }: ContactIdDto, @Query() page: PageQueryDto): Promise<RequesterTicketListDto> {
    return RequesterTicketListDto.of(await this.tickets.ofContact(id, page));
  }

  @Get('organisations/:id/tickets')
  @ApiOperation({ summary: 'List what everybody of an organisation has asked', description: 'Newest first.' })
  @ApiOkResponse({ description: 'One page of tickets.', type: RequesterTicketListDto })
  @ApiProblems('validation_failed', 'organisation_not_found', 'database_timeout')
  async ofOrganisation(@Param() { id }: ContactIdDto, @Query() page: PageQueryDto): Promise<RequesterTicketListDto> {
    return RequesterTicketListDto.of(await this.tickets.ofOrganisation(id, page));
  }
}
