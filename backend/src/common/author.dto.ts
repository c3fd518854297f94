import { ApiProperty } from '@nestjs/swagger';
import { VIAS, type Via } from './author.ts';

/** By what something came. */
export function ApiVia(): PropertyDecorator {
  return ApiProperty({
    enum: VIAS,
    enumName: 'Via',
    example: 'web',
    description: 'By what: a browser, an API token, the desk itself, or a customer on the portal.',
  });
}

/** Who did it, in whatever the API tells of. */
export abstract class AuthoredDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 3,
    description:
      'The id of the user who did it; null when no user did: the desk itself, a customer, or somebody nobody knows.',
  })
  actor: number | null;

  @ApiVia()
  via: Via;
}
