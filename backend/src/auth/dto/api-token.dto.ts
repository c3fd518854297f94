import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { ApiToken } from '../domain/api-token.ts';
import { SCOPES, type Scope } from '../domain/scope.ts';

/** An API token, without its secret. */
export class ApiTokenDto {
  @ApiProperty({
    format: 'uuid',
    example: '0197a3f2-6c1e-7b52-9d3c-5e8f10ab72c4',
    description: 'Names the token; it is not its secret.',
  })
  id: string;

  @ApiProperty({ example: 'Nightly import', maxLength: 80, description: 'What it is for, in the words of its owner.' })
  name: string;

  @ApiProperty({
    enum: SCOPES,
    enumName: 'Scope',
    isArray: true,
    example: ['tickets:read'],
    description: 'What it may do; never more than its owner may.',
  })
  scopes: Scope[];

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was made.' })
  created_at: string;

  @ApiProperty({ format: 'date-time', example: '2026-07-19T09:22:31.120Z', description: 'When it stops working.' })
  expires_at: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    example: '2026-04-20T11:02:07.004Z',
    description: 'To the minute; null when it was never used.',
  })
  last_used_at: string | null;

  @ApiProperty({ example: false, description: 'Whether it has stopped working because of its age.' })
  expired: boolean;

  static of(token: ApiToken): ApiTokenDto {
    return {
      id: token.id,
      name: token.name,
      scopes: [...token.scopes],
      created_at: token.createdAt.toISOString(),
      expires_at: token.expiresAt.toISOString(),
      last_used_at: token.lastUsedAt?.toISOString() ?? null,
      expired: token.expired,
    };
  }
}

export class ApiTokenListDto {
  @ApiProperty({ type: [ApiTokenDto], description: 'Newest first, without revoked ones.' })
  results: ApiTokenDto[];

  static of(tokens: readonly ApiToken[]): ApiTokenListDto {
    return { results: tokens.map((token) => ApiTokenDto.of(token)) };
  }
}

export class ApiTokenIdDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The id of an API token.',
  })
  @IsUUID(undefined, { message: 'Id must be the id of an API token.' })
  id: string;
}
