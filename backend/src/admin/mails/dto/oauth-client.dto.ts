import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import {
  CLIENT_ID_MAX,
  type OAuthClient,
  SCOPE_MAX,
  TOKEN_URL_MAX,
} from '../../../mail-accounts/domain/oauth-client.ts';
import { isTokenUrl } from '../../../mail-accounts/oauth/token-url.ts';

/** Who gets access tokens for the mail server (OAuth 2.0), and where. */
export class OAuthClientDto {
  @ApiProperty({
    ...{ example: '7c1d4b0e-desk', maxLength: CLIENT_ID_MAX },
    description: 'The id under which the desk is registered with the provider.',
  })
  @Text('Client id', { max: CLIENT_ID_MAX, singleLine: true })
  client_id: string;

  @ApiProperty({
    ...{ example: 'https://127.0.0.1:9/token', maxLength: TOKEN_URL_MAX },
    description: 'The token endpoint: an address that begins with https, or http on the same machine.',
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @ValidateBy({
    name: 'not_a_token_url',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isTokenUrl(value),
      defaultMessage: () => 'Token endpoint must be an address that begins with https://.',
    },
  })
  token_url: string;

  @ApiPropertyOptional({
    ...{ example: 'https://mail.example.com/imap offline_access', maxLength: SCOPE_MAX },
    description: 'What the tokens are asked for, with spaces between; empty leaves it to the endpoint.',
  })
  @Omittable()
  @Text('Scope', { max: SCOPE_MAX, singleLine: true, optional: true })
  scope?: string;

  static read({ client_id: clientId, token_url: tokenUrl, scope = '' }: OAuthClientDto): OAuthClient {
    return { clientId, tokenUrl, scope };
  }

  static of({ clientId, tokenUrl, scope }: OAuthClient): OAuthClientDto {
    return { client_id: clientId, token_url: tokenUrl, scope };
  }
}
