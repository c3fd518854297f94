import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { ApiToken, ApiTokenPage } from '../../../auth/domain/api-token.ts';
import { ApiTokenDto } from '../../../auth/dto/api-token.dto.ts';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import { PageQueryDto } from '../../../common/validation/page-query.dto.ts';

/** An API token that works or has expired, and whose it is. */
export class AdminTokenDto extends ApiTokenDto {
  @ApiProperty({ type: 'integer', example: 2, description: 'The id of the user it belongs to.' })
  user: number;

  static override of(token: ApiToken): AdminTokenDto {
    return Object.assign(ApiTokenDto.of(token), { user: token.userId });
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
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'The id of a user.' })
  @Omittable()
  @WholeNumber('User', 1)
  user?: number;
}

/** The id of a token in the path. */
export class TokenIdDto {
  @ApiProperty({ format: 'uuid', description: 'The id of the token.' })
  @IsUUID('loose', { message: 'Id must be a UUID.' })
  id: string;
}
