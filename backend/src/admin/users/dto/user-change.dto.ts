import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { Choice, Omittable, QueryFlag } from '../../../common/validation/choice.decorator.ts';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import { PageQueryDto } from '../../../common/validation/page-query.dto.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import { DISPLAY_NAME_MAX, USERNAME, USERNAME_MAX } from '../../../users/domain/username.ts';
import { ROLES, type Role } from '../../../users/user.ts';
import type { TicketsLeft } from '../people.service.ts';
import type { NewUser, UserPatch } from '../../../users/managed-user.ts';

const SEARCH_MAX = 100;

const USERNAME_FIELD = {
  example: 'sam.rivera',
  maxLength: USERNAME_MAX,
  pattern: USERNAME.source,
  description: 'The name they sign in with; unique without regard to case.',
};
const DISPLAY_NAME = {
  example: 'Sam Rivera',
  minLength: 1,
  maxLength: DISPLAY_NAME_MAX,
  description: 'The name that people see.',
};
const ROLE = { enum: ROLES, enumName: 'Role', example: 'agent', description: 'Admins run the desk too.' } as const;

const USERNAME_RULE = {
  message: "Username must begin with a letter or digit and have at most 64 letters, digits and . _ @ + ' -",
  context: { code: 'invalid_username' },
};

/** A new person. */
export class CreateUserDto {
  @ApiProperty(USERNAME_FIELD)
  @Matches(USERNAME, USERNAME_RULE)
  username: string;

  @ApiProperty(DISPLAY_NAME)
  @Text('Display name', { max: DISPLAY_NAME_MAX, singleLine: true, name: true })
  display_name: string;

  @ApiProperty(ROLE)
  @Choice('Role', ROLES)
  role: Role;

  static read({ username, display_name: displayName, role }: CreateUserDto): NewUser {
    return { username, displayName, role };
  }
}

type WayOut = 'keep' | 'unassign' | { assign_to: number };

function isWayOut(value: unknown): value is WayOut {
  if (value === 'keep' || value === 'unassign') return true;
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'assign_to') return false;
  const { assign_to: id } = value as { assign_to: unknown };
  return Number.isSafeInteger(id) && Number(id) > 0;
}

/** What to change about a person, at least one of them. */
export class ChangeUserDto {
  @ApiPropertyOptional({ ...USERNAME_FIELD, example: 'jonas.weber' })
  @Omittable()
  @Matches(USERNAME, USERNAME_RULE)
  username?: string;

  @ApiPropertyOptional({ ...DISPLAY_NAME, example: 'Jonas Weber' })
  @Omittable()
  @Text('Display name', { max: DISPLAY_NAME_MAX, singleLine: true, name: true })
  display_name?: string;

  @ApiPropertyOptional(ROLE)
  @Omittable()
  @Choice('Role', ROLES)
  role?: Role;

  @ApiPropertyOptional({
    example: false,
    description: 'False ends their sessions and revokes their tokens; history keeps naming them.',
  })
  @Omittable()
  @IsBoolean({ message: 'Active must be true or false.' })
  active?: boolean;

  @ApiPropertyOptional({
    oneOf: [
      { type: 'string', enum: ['keep', 'unassign'] },
      {
        type: 'object',
        properties: { assign_to: { type: 'integer', minimum: 1, example: 3 } },
        required: ['assign_to'],
        additionalProperties: false,
      },
    ],
    example: 'unassign',
    description:
      'What becomes of their open tickets and those in progress: they stay theirs (`keep`, as without it), become ' +
      'nobody\'s (`unassign`), or go to an active user (`{"assign_to": 3}`). Only with `active: false`, also for somebody ' +
      'who has left before.',
  })
  @Omittable()
  @ValidateBy({
    name: 'not_with_active',
    validator: {
      validate: (_, args) => (args?.object as ChangeUserDto | undefined)?.active === false,
      defaultMessage: () => 'Unresolved_tickets goes with active: false alone.',
    },
  })
  @ValidateBy({
    name: 'unknown_value',
    validator: {
      validate: isWayOut,
      defaultMessage: () => 'Unresolved_tickets takes keep, unassign, or assign_to with the id of a user.',
    },
  })
  unresolved_tickets?: WayOut;

  static readTicketsLeft({ unresolved_tickets: way = 'keep' }: ChangeUserDto): TicketsLeft {
    if (way === 'keep') return { keep: true };
    return { to: way === 'unassign' ? null : way.assign_to };
  }

  static read({ username, display_name: displayName, role, active }: ChangeUserDto): UserPatch {
    return {
      ...(username !== undefined && { username }),
      ...(displayName !== undefined && { displayName }),
      ...(role && { role }),
      ...(active !== undefined && { active }),
    };
  }
}

/** Which people to list. All that is given must hold. */
export class ListUsersDto extends PageQueryDto {
  @ApiPropertyOptional({
    maxLength: SEARCH_MAX,
    description: 'A part of the username or the display name, like `park`, without regard to case.',
  })
  @Omittable()
  @MaxLength(SEARCH_MAX, { message: `Search must be at most ${String(SEARCH_MAX)} characters long.` })
  @IsString({ message: 'Search must be given once.' })
  search?: string;

  @ApiPropertyOptional({ ...ROLE, example: undefined, description: 'People of this role.' })
  @Omittable()
  @Choice('Role', ROLES)
  role?: Role;

  @ApiPropertyOptional({ type: Boolean, description: 'Those who may sign in, or those who may not.' })
  @Omittable()
  @QueryFlag('Active')
  active?: boolean;
}

/** The id of a person in the path. */
export class UserIdDto {
  @ApiProperty({ type: 'integer', example: 3, minimum: 1, description: 'The id of the user.' })
  @WholeNumber('Id', 1)
  id: number;
}
