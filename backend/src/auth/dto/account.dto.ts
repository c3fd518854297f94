import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role, type User } from '../../users/user.ts';
import type { Caller } from '../domain/caller.ts';
import { SCOPES, type Scope } from '../domain/scope.ts';

/** The account of whoever asks. */
export class AccountDto {
  @ApiProperty({ type: 'integer', example: 2, description: 'The number by which tickets and histories name you.' })
  id: number;

  @ApiProperty({ example: 'mina.park', description: 'The name you sign in with.' })
  username: string;

  @ApiProperty({ example: 'Mina Park', description: 'The name that people see.' })
  display_name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', example: 'agent', description: 'Admins run the desk too.' })
  role: Role;

  @ApiProperty({ example: false, description: 'Whether nothing works before you have chosen a password of your own.' })
  must_change_password: boolean;

  static of({ id, username, displayName, role, mustChangePassword }: User): AccountDto {
    return { id, username, display_name: displayName, role, must_change_password: mustChangePassword };
  }
}

/** The answer to signing in and to a new password. */
export class SignedInDto {
  @ApiProperty({ type: AccountDto, description: 'Who is signed in.' })
  user: AccountDto;

  static of(user: User): SignedInDto {
    return { user: AccountDto.of(user) };
  }
}

export class MeDto {
  @ApiProperty({ type: AccountDto, description: 'Who you are.' })
  user: AccountDto;

  @ApiProperty({ enum: ['web', 'token'], example: 'web', description: 'Whether by a session or by an API token.' })
  via: 'web' | 'token';

  @ApiProperty({
    enum: SCOPES,
    enumName: 'Scope',
    isArray: true,
    example: ['tickets:read', 'tickets:write'],
    description: 'What you may do here and now.',
  })
  scopes: Scope[];

  static of({ user, via, scopes }: Caller): MeDto {
    return { user: AccountDto.of(user), via, scopes: [...scopes] };
  }
}
