import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role, type User } from '../../users/user.ts';

/** A person of the desk, as pickers and histories show them. */
export class PersonDto {
  @ApiProperty({ type: 'integer', example: 2, description: 'The number by which tickets and histories name them.' })
  id: number;

  @ApiProperty({ example: 'mina.park', maxLength: 64, description: 'The name they sign in with.' })
  username: string;

  @ApiProperty({ example: 'Mina Park', maxLength: 80, description: 'The name that people see.' })
  display_name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', example: 'agent', description: 'Admins run the desk too.' })
  role: Role;

  @ApiProperty({
    example: true,
    description: 'False for those who may not sign in any more: kept because history names them, not to be chosen.',
  })
  active: boolean;

  static of({ id, username, displayName, role, active }: User): PersonDto {
    return { id, username, display_name: displayName, role, active };
  }
}

export class PersonListDto {
  @ApiProperty({ type: [PersonDto], description: 'Everybody, by display name.' })
  results: PersonDto[];

  static of(users: readonly User[]): PersonListDto {
    return { results: users.map((user) => PersonDto.of(user)) };
  }
}
