import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { PageQueryDto } from '../common/validation/page-query.dto.ts';
import { Settings } from '../config/settings.ts';
import { TicketIdDto } from '../tickets/dto/ticket-id.dto.ts';
import { CurrentCustomer } from './current-customer.decorator.ts';
import { CustomerIntake } from './customer-intake.service.ts';
import { CustomerTickets } from './customer-tickets.service.ts';
import type { Customer } from './domain/customer.ts';
import { TakenAnswerDto } from './dto/customer-message.dto.ts';
import { CustomerConversationDto, CustomerTicketDto, CustomerTicketListDto } from './dto/customer-ticket.dto.ts';
import { AnswerDto, AskDto } from './dto/customer-writing.dto.ts';
import { ForCustomers } from './portal-access.decorator.ts';

@ApiTags('Portal')
@ForCustomers()
@Controller('portal/tickets')
export class CustomerTicketsController {
  constructor(
    private readonly tickets: CustomerTickets,
    private readonly intake: CustomerIntake,
    private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List my tickets', description: 'What I asked, and what I am in copy of.' })
  @ApiOkResponse({ description: 'One page of tickets.', type: CustomerTicketListDto })
  @ApiProblems('validation_failed')
  async list(@Query() page: PageQueryDto, @CurrentCustomer() customer: Customer): Promise<CustomerTicketListDto> {
    return CustomerTicketListDto.of(await this.tickets.page(customer, page));
  }

  @Post()
  @ApiOperation({ summary: 'Write a ticket', description: 'The desk sorts it.' })
  @ApiCreatedResponse({ description: 'The ticket.', type: CustomerTicketDto })
  @ApiProblems(...BODY_PROBLEMS, 'cross_origin_request')
  async ask(@Body() body: AskDto, @CurrentCustomer() customer: Customer): Promise<CustomerTicketDto> {
    return CustomerTicketDto.of(await this.intake.ask(AskDto.read(body, this.settings.portal), customer));
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Read one of my tickets',
    description:
      'With what the desk answered me and what customers wrote. Notes, changes and what is still held are not told.',
  })
  @ApiOkResponse({ description: 'The ticket with its newest messages.', type: CustomerConversationDto })
  @ApiProblems('validation_failed', 'ticket_not_found')
  async read(
    @Param() { id }: TicketIdDto,
    @Query() page: PageQueryDto,
    @CurrentCustomer() customer: Customer,
  ): Promise<CustomerConversationDto> {
    return CustomerConversationDto.whole(await this.tickets.conversation(id, customer, page));
  }

  @Post(':id/messages')
  @ApiOperation({ summary: 'Answer', description: 'A ticket that was resolved or closed opens again.' })
  @ApiCreatedResponse({ description: 'The message, and where it stands.', type: TakenAnswerDto })
  @ApiProblems(...BODY_PROBLEMS, 'cross_origin_request', 'ticket_not_found', 'ticket_elsewhere')
  async answer(
    @Param() { id }: TicketIdDto,
    @Body() body: AnswerDto,
    @CurrentCustomer() customer: Customer,
  ): Promise<TakenAnswerDto> {
    return TakenAnswerDto.taken(await this.intake.answer(id, AnswerDto.read(body), customer));
  }

  @Post(':id/close')
  @HttpCode(204)
  @ApiOperation({ summary: 'Close one of my tickets', description: 'That it is closed already is no mistake.' })
  @ApiNoContentResponse({ description: 'It is closed.' })
  @ApiProblems('validation_failed', 'cross_origin_request', 'ticket_not_found')
  close(@Param() { id }: TicketIdDto, @CurrentCustomer() customer: Customer): Promise<void> {
    return this.intake.close(id, customer);
  }
}
