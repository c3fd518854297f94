import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { Access, BeforePasswordChange } from './access.decorator.ts';
import { CurrentCaller } from './current-caller.decorator.ts';
import type { Caller } from './domain/caller.ts';
import { MeDto, SignedInDto } from './dto/account.dto.ts';
import { ChangePasswordDto } from './dto/change-password.dto.ts';
import { LoginDto } from './dto/login.dto.ts';
import { PasswordChange } from './password-change.service.ts';
import { originOf } from './request-origin.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { tellRateLimits } from './tell-rate-limits.ts';

const COOKIE = {
  'Set-Cookie': { schema: { type: 'string' as const }, description: 'The session, out of reach for scripts.' },
};

@ApiTags('Auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly passwords: PasswordChange,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Access('open')
  @ApiOperation({
    summary: 'Sign in',
    description: 'Starts a session, which the browser keeps as a cookie. Programs use API tokens instead.',
  })
  @ApiOkResponse({ description: 'You are signed in.', type: SignedInDto, headers: COOKIE })
  @ApiProblems(...BODY_PROBLEMS, 'invalid_credentials', 'password_expired', 'cross_origin_request', 'too_many_requests')
  async login(
    @Body() { username, password }: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return SignedInDto.of(
      this.cookie.handOver(
        reply,
        await this.signIn.signIn({
          ...{ username, password },
          ...{ origin: originOf(request), presented: this.cookie.presented(request) },
          tell: (states) => tellRateLimits(reply, states),
        }),
      ),
    );
  }

  @Post('logout')
  @HttpCode(204)
  @Access('own_account')
  @BeforePasswordChange()
  @ApiOperation({ summary: 'Sign out', description: 'Ends the session and makes the browser forget it.' })
  @ApiNoContentResponse({ description: 'You are signed out.' })
  async logout(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.sessions.signOut(caller).then(() => this.cookie.clear(reply));
  }

  @Get('me')
  @Access('signed_in')
  @BeforePasswordChange()
  @ApiOperation({ summary: 'Who am I?', description: 'And what may I do with this session or API token?' })
  @ApiOkResponse({ description: 'Your account.', type: MeDto })
  me(@CurrentCaller() caller: Caller): MeDto {
    return MeDto.of(caller);
  }

  @Post('password')
  @HttpCode(200)
  @Access('own_account')
  @BeforePasswordChange()
  @ApiOperation({
    summary: 'Choose a new password',
    description: 'Ends your other sessions and gives this browser a new one. API tokens keep working.',
  })
  @ApiOkResponse({ description: 'It is changed.', type: SignedInDto, headers: COOKIE })
  @ApiProblems(...BODY_PROBLEMS)
  async changePassword(
    @Body() body: ChangePasswordDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return SignedInDto.of(
      this.cookie.handOver(
        reply,
        await this.passwords.change(
          {
            ...{ current: body.current_password, next: body.new_password, origin: originOf(reply.request) },
            tell: (states) => tellRateLimits(reply, states),
          },
          caller,
        ),
      ),
    );
  }
}
