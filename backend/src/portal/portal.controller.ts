import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tellRateLimits } from '../auth/tell-rate-limits.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { CurrentCustomer } from './current-customer.decorator.ts';
import { CustomerCookie } from './customer-cookie.ts';
import { CustomerSessions } from './customer-sessions.service.ts';
import type { Customer } from './domain/customer.ts';
import { PortalDto } from './dto/portal.dto.ts';
import { AskForLinkDto, CustomerDto, LinkSentDto, UseLinkDto } from './dto/sign-in.dto.ts';
import { ForCustomers, ForVisitors } from './portal-access.decorator.ts';
import { PortalDescribing } from './portal-describing.service.ts';
import { SignInLinks } from './sign-in-links.service.ts';

const COOKIE = {
  'Set-Cookie': { schema: { type: 'string' as const }, description: 'The session, out of reach for scripts.' },
};

@ApiTags('Portal')
@Controller('portal')
export class PortalController {
  constructor(
    private readonly description: PortalDescribing,
    private readonly links: SignInLinks,
    private readonly sessions: CustomerSessions,
    private readonly cookie: CustomerCookie,
  ) {}

  @Get()
  @ForVisitors()
  @ApiOperation({ summary: 'Read what the portal is like' })
  @ApiOkResponse({ description: 'The portal.', type: PortalDto })
  async describe(): Promise<PortalDto> {
    return PortalDto.of(await this.description.read());
  }

  @Post('links')
  @HttpCode(202)
  @ForVisitors()
  @ApiOperation({
    summary: 'Have a link sent to sign in with',
    description:
      'The link works once, for 15 minutes. The answer is the same whether the desk knows the address or not. Five links in 15 minutes ' +
      'go to one address, and twenty are sent for one network address.',
  })
  @ApiAcceptedResponse({ description: 'A mail is on its way.', type: LinkSentDto })
  @ApiProblems(...BODY_PROBLEMS, 'cross_origin_request', 'too_many_requests', 'portal_cannot_sign_in')
  async ask(@Body() body: AskForLinkDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<LinkSentDto> {
    return LinkSentDto.of(
      await this.links.send(AskForLinkDto.read(body), {
        from: reply.request.ip,
        tell: (states) => tellRateLimits(reply, states),
      }),
    );
  }

  @Post('session')
  @HttpCode(200)
  @ForVisitors()
  @ApiOperation({
    summary: 'Sign in with a link',
    description: 'Starts a session, which the browser keeps as a cookie.',
  })
  @ApiOkResponse({ description: 'You are signed in.', type: CustomerDto, headers: COOKIE })
  @ApiProblems(...BODY_PROBLEMS, 'link_spent', 'cross_origin_request', 'too_many_requests')
  async signIn(
    @Body() { token }: UseLinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerDto> {
    return CustomerDto.of(
      this.cookie.handOver(reply, await this.sessions.start(token, this.cookie.presented(request))),
    );
  }

  @Get('session')
  @ForVisitors()
  @ApiOperation({ summary: 'Who am I on the portal?' })
  @ApiOkResponse({ description: 'The customer who is signed in.', type: CustomerDto })
  @ApiNoContentResponse({ description: 'Nobody is signed in.' })
  async me(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerDto | undefined> {
    return this.sessions
      .findAny(this.cookie.presented(request))
      .then((customer) => (customer ? CustomerDto.of(customer) : void reply.code(204)));
  }

  @Delete('session')
  @HttpCode(204)
  @ForCustomers()
  @ApiOperation({ summary: 'Sign out of the portal' })
  @ApiNoContentResponse({ description: 'You are signed out.' })
  async signOut(@CurrentCustomer() customer: Customer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.sessions.end(customer).then(() => {
      this.cookie.clear(reply);
    });
  }
}
