import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { Text } from '../../common/validation/text.decorator.ts';
import type { ApiToken, NewApiToken } from '../domain/api-token.ts';
import { SCOPES, type Scope } from '../domain/scope.ts';
import { ApiTokenDto } from './api-token.dto.ts';

const DAYS = 'Expiry must be a whole number of days from 1 to 365.';
const SCOPES_RULE = `Scopes must be a list of at least one of ${SCOPES.join(', ')}.`;

export class CreateApiTokenDto {
  @ApiProperty({ example: 'Nightly import', maxLength: 80, description: 'What it is for.' })
  @Text('Name', { max: 80, singleLine: true, name: true })
  name: string;

  @ApiProperty({
    enum: SCOPES,
    enumName: 'Scope',
    isArray: true,
    minItems: 1,
    example: ['tickets:read'],
    description: 'What it may do. Only admins may give `admin`.',
  })
  @ArrayUnique({ message: 'Scopes must not name one twice.', context: { code: 'repeated' } })
  @IsIn(SCOPES, { each: true, message: SCOPES_RULE, context: { code: 'unknown_value' } })
  @ArrayNotEmpty({ message: SCOPES_RULE, context: { code: 'required' } })
  @IsArray({ message: SCOPES_RULE, context: { code: 'required' } })
  scopes: Scope[];

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 365, example: 90, description: 'Days until it stops working.' })
  @Max(365, { message: DAYS })
  @Min(1, { message: DAYS })
  @IsInt({ message: DAYS })
  expires_in_days: number;

  static read({ name, scopes, expires_in_days: expiresInDays }: CreateApiTokenDto): NewApiToken {
    return { name, scopes, expiresInDays };
  }
}

export class CreatedApiTokenDto {
  @ApiProperty({ type: ApiTokenDto, description: 'The token.' })
  token: ApiTokenDto;

  @ApiProperty({
    example: 'desk_4fT2kQ9xYb7LmNc0RvWzA1sDeGh1hKk5P',
    description: 'Shown this once: send it as `Authorization: Bearer …`.',
  })
  secret: string;

  static of({ token, secret }: { token: ApiToken; secret: string }): CreatedApiTokenDto {
    return { token: ApiTokenDto.of(token), secret };
  }
}
