import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Caller } from '../domain/caller.ts';
import type { Session } from '../domain/session.ts';

/** A browser in which you are signed in. */
export class SessionDto {
  @ApiProperty({
    format: 'uuid',
    example: '0197a3f2-6c1e-7b52-9d3c-5e8f10ab72c4',
    description: 'Names the session; it is not its secret.',
  })
  id: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When you signed in.' })
  created_at: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T11:02:07.004Z', description: 'To the minute.' })
  last_seen_at: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-04-27T09:22:31.120Z',
    description: 'When it ends at the latest; unused, it ends sooner.',
  })
  expires_at: string;

  @ApiProperty({ example: '203.0.113.7', description: 'The network address it was started from.' })
  address: string;

  @ApiProperty({
    example: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0',
    description: 'What the browser calls itself.',
  })
  user_agent: string;

  @ApiProperty({ example: true, description: 'Whether it is the one you ask with.' })
  current: boolean;

  static of(session: Session, caller: Caller): SessionDto {
    return {
      id: session.id,
      created_at: session.createdAt.toISOString(),
      last_seen_at: session.lastSeenAt.toISOString(),
      expires_at: session.expiresAt.toISOString(),
      address: session.address,
      user_agent: session.userAgent,
      current: session.id === caller.sessionId,
    };
  }
}

export class SessionListDto {
  @ApiProperty({ type: [SessionDto], description: 'Newest first.' })
  results: SessionDto[];

  static of(sessions: readonly Session[], caller: Caller): SessionListDto {
    return { results: sessions.map((session) => SessionDto.of(session, caller)) };
  }
}

export class SessionIdDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The id of one of your sessions.',
  })
  @IsUUID(undefined, { message: 'Id must be the id of a session.' })
  id: string;
}
