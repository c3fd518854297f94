import { Controller, Delete, Get, HttpCode, Param, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { Access } from './access.decorator.ts';
import { CurrentCaller } from './current-caller.decorator.ts';
import type { Caller } from './domain/caller.ts';
import { SessionIdDto, SessionListDto } from './dto/session.dto.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('Auth')
@Access('own_account')
@Controller('auth/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List my sessions', description: 'The browsers in which you are signed in, newest first.' })
  @ApiOkResponse({ description: 'Your sessions.', type: SessionListDto })
  async list(@CurrentCaller() caller: Caller): Promise<SessionListDto> {
    return SessionListDto.of(await this.sessions.list(caller.userId), caller);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of my sessions', description: 'That browser is signed out at once.' })
  @ApiNoContentResponse({ description: 'It is over.' })
  @ApiProblems('validation_failed', 'session_not_found')
  async end(
    @Param() { id }: SessionIdDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.sessions.end(id, caller).then(() => {
      if (id === caller.sessionId) this.cookie.clear(reply);
    });
  }
}
