import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { PageQueryDto } from '../common/validation/page-query.dto.ts';
import { Settings } from '../config/settings.ts';
import { readIdempotencyKey } from '../tickets/domain/idempotency-key.ts';
import { TicketIdDto } from '../tickets/dto/ticket-id.dto.ts';
import { idempotencyKey, idempotencyReplayed, tellReplayed } from '../tickets/idempotency-header.ts';
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
  @ApiHeader(idempotencyKey('ticket'))
  @ApiCreatedResponse({ description: 'The ticket.', type: CustomerTicketDto, headers: idempotencyReplayed('ticket') })
  @ApiProblems(...BODY_PROBLEMS, 'cross_origin_request', 'ticket_not_found', 'idempotency_key_reused')
  async ask(
    @Body() body: AskDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCustomer() customer: Customer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerTicketDto> {
    const question = AskDto.read(body, this.settings.portal);
    const asked = await this.intake.ask(question, { customer, key: readIdempotencyKey(key) });
    tellReplayed(reply, asked);
    return CustomerTicketDto.of(asked.ticket);
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
  @ApiHeader(idempotencyKey('message'))
  @ApiCreatedResponse({
    description: 'The message, and where it stands.',
    type: TakenAnswerDto,
    headers: idempotencyReplayed('message'),
  })
  @ApiProblems(
    ...BODY_PROBLEMS,
    'cross_origin_request',
    'ticket_not_found',
    'ticket_elsewhere',
    'idempotency_key_reused',
  )
  async answer(
    @Param() { id }: TicketIdDto,
    @Body() body: AnswerDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCustomer() customer: Customer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TakenAnswerDto> {
    const taken = await this.intake.answer(id, AnswerDto.read(body), { customer, key: readIdempotencyKey(key) });
    tellReplayed(reply, taken);
    return TakenAnswerDto.taken(taken);
  }

  @Post(':id/close')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Close a ticket that I asked',
    description: 'That it is closed already is no mistake. Who is only in copy of one does not close it.',
  })
  @ApiNoContentResponse({ description: 'It is closed.' })
  @ApiProblems('validation_failed', 'cross_origin_request', 'only_in_copy', 'ticket_not_found')
  close(@Param() { id }: TicketIdDto, @CurrentCustomer() customer: Customer): Promise<void> {
    return this.intake.close(id, customer);
  }
}
