import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { ApiToken, ApiTokenPage } from '../../../auth/domain/api-token.ts';
import { SCOPES, type Scope } from '../../../auth/domain/scope.ts';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import { PageQueryDto } from '../../../common/validation/page-query.dto.ts';

const ID = '01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f';

/** An API token that works or has expired; its secret is not kept. */
export class AdminTokenDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'Names the token.' })
  id: string;

  @ApiProperty({ type: 'integer', example: 7, description: 'The id of the user it belongs to.' })
  user: number;

  @ApiProperty({ example: 'Nightly import', maxLength: 80, description: 'What it is for.' })
  name: string;

  @ApiProperty({
    enum: SCOPES,
    enumName: 'Scope',
    isArray: true,
    example: ['tickets:read'],
    description: 'What it may do.',
  })
  scopes: Scope[];

  @ApiProperty({ format: 'date-time', example: '2026-04-01T08:00:00.000Z', description: 'When it was made.' })
  created_at: string;

  @ApiProperty({ format: 'date-time', example: '2026-06-30T08:00:00.000Z', description: 'When it ends.' })
  expires_at: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-04-20T02:00:04.511Z',
    description: 'When it was last used; null for never.',
  })
  last_used_at: string | null;

  @ApiProperty({ example: false, description: 'Whether it has ended.' })
  expired: boolean;

  static of(token: ApiToken): AdminTokenDto {
    return {
      id: token.id,
      user: token.userId,
      name: token.name,
      scopes: [...token.scopes],
      created_at: token.createdAt.toISOString(),
      expires_at: token.expiresAt.toISOString(),
      last_used_at: token.lastUsedAt?.toISOString() ?? null,
      expired: token.expired,
    };
  }
}

export class AdminTokenListDto {
  @ApiProperty({ type: [AdminTokenDto], description: 'Newest first; revoked ones are not shown.' })
  results: AdminTokenDto[];

  @ApiProperty({ type: 'integer', minimum: 0, example: 5, description: 'How many there are.' })
  count: number;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'MDE5OTdjMWU',
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ tokens, count, next }: ApiTokenPage): AdminTokenListDto {
    return { results: tokens.map((token) => AdminTokenDto.of(token)), count, next_cursor: next };
  }
}

/** Whose tokens to list. */
export class ListTokensDto extends PageQueryDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, example: 7, description: 'The id of a user.' })
  @Omittable()
  @WholeNumber('User', 1)
  user?: number;
}

/** The id of a token in the path. */
export class TokenIdDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'The id of the token.' })
  @IsUUID('loose', { message: 'Id must be a UUID.' })
  id: string;
}
