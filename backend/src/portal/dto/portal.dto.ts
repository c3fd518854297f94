import { ApiProperty } from '@nestjs/swagger';
import type { PortalDescription } from '../domain/portal-description.ts';

/** A category that a customer may name. */
export class PortalCategoryDto {
  @ApiProperty({ example: 'billing', description: 'Names the category in what is sent.' })
  key: string;

  @ApiProperty({ example: 'Billing', description: 'What people call it.' })
  label: string;
}

/** What a portal is like. */
export class PortalDto {
  @ApiProperty({ example: 'Halden Support', description: 'What the desk is called there.' })
  name: string;

  @ApiProperty({
    example: true,
    description: 'Whether links can be sent to sign in with; otherwise no mail server is set up.',
  })
  can_sign_in: boolean;

  @ApiProperty({ example: false, description: 'Whether a new ticket may name its category.' })
  asks_category: boolean;

  @ApiProperty({ type: [PortalCategoryDto], description: 'Those it may name; none where it is not asked for.' })
  categories: PortalCategoryDto[];

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    example: 26_214_400,
    description: 'The most that a file may have, in bytes.',
  })
  attachment_max_bytes: number;

  static of(portal: PortalDescription): PortalDto {
    return {
      name: portal.name,
      can_sign_in: portal.canSignIn,
      asks_category: portal.asksCategory,
      categories: portal.categories.map(({ key, label }) => ({ key, label })),
      attachment_max_bytes: portal.attachmentMaxBytes,
    };
  }
}
