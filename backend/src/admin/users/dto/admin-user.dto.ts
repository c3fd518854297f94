import { ApiProperty } from '@nestjs/swagger';
import { PersonDto } from '../../../accounts/dto/person.dto.ts';
import { CONTENT_VERSION, COUNT } from '../../../common/number-schemas.ts';
import type { BulkRun } from '../../../tickets/bulk/domain/bulk-run.ts';
import { userVersion } from '../../../users/domain/user-version.ts';
import type { ManagedUser, UserPage } from '../../../users/managed-user.ts';
import type { PersonAtWork } from '../people.service.ts';

/** A person as admins see them. Nothing about the password but whether it must be changed. */
export class AdminUserDto extends PersonDto {
  @ApiProperty({ example: false, description: 'Whether they still have to choose a password of their own.' })
  must_change_password: boolean;

  @ApiProperty({ format: 'date-time', example: '2026-01-12T08:00:00.000Z', description: 'Since when they are here.' })
  created_at: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-04-20T07:58:12.004Z',
    description: 'When they last signed in; null for never.',
  })
  last_sign_in_at: string | null;

  @ApiProperty({ ...COUNT, example: 2, description: 'Browsers in which they are signed in.' })
  sessions: number;

  @ApiProperty({ ...COUNT, example: 1, description: 'Their API tokens that work.' })
  tokens: number;

  @ApiProperty({ ...COUNT, example: 12, description: 'Tickets of theirs that are open or in progress.' })
  unresolved_tickets: number;

  @ApiProperty({
    ...CONTENT_VERSION,
    description: 'Another number when their names, their role or whether they are active change; for If-Match.',
  })
  version: number;

  static override of(user: PersonAtWork): AdminUserDto {
    return Object.assign(PersonDto.of(user), {
      must_change_password: user.mustChangePassword,
      created_at: user.createdAt.toISOString(),
      last_sign_in_at: user.lastSignInAt?.toISOString() ?? null,
      sessions: user.sessions,
      tokens: user.tokens,
      unresolved_tickets: user.unresolvedTickets,
      version: userVersion(user),
    });
  }
}

export class AdminUserListDto {
  @ApiProperty({ type: [AdminUserDto], description: 'By username.' })
  results: AdminUserDto[];

  @ApiProperty({ ...COUNT, example: 12, description: 'How many people match.' })
  count: number;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'bWluYS5wYXJr',
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ users, count: all, next }: UserPage<PersonAtWork>): AdminUserListDto {
    return { results: users.map((user) => AdminUserDto.of(user)), count: all, next_cursor: next };
  }
}

/** A person after a change. */
export class ChangedUserDto extends AdminUserDto {
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: null,
    description:
      'The change of many tickets that hands over what they had to do: see GET /api/admin/tickets/bulk/:id. Null when ' +
      'there is nothing to hand over.',
  })
  hand_over_run: string | null;

  static read({ person, run }: { person: PersonAtWork; run: BulkRun | null }): ChangedUserDto {
    return Object.assign(AdminUserDto.of(person), { hand_over_run: run?.id ?? null });
  }
}

const password = { example: 'k7Qm-v2Rt-9xWd', description: 'Shown this once; good for seven days and one sign-in.' };

/** A person who was just added. */
export class CreatedUserDto {
  @ApiProperty({ type: AdminUserDto, description: 'The person.' })
  user: AdminUserDto;

  @ApiProperty(password)
  one_time_password: string;

  static of({ user, oneTimePassword }: { user: ManagedUser; oneTimePassword: string }): CreatedUserDto {
    return { user: AdminUserDto.of({ ...user, unresolvedTickets: 0 }), one_time_password: oneTimePassword };
  }
}

/** A new password for somebody who lost theirs. */
export class OneTimePasswordDto {
  @ApiProperty(password)
  one_time_password: string;
}
