import { ApiProperty } from '@nestjs/swagger';
import { PASSWORD_MAX, PASSWORD_MIN } from '../domain/password-policy.ts';
import { GivenPassword } from './credentials.decorator.ts';

export class ChangePasswordDto {
  @ApiProperty({ format: 'password', example: 'demo-agent-1', description: 'The password until now.' })
  @GivenPassword('Current password')
  current_password: string;

  @ApiProperty({
    format: 'password',
    minLength: PASSWORD_MIN,
    maxLength: PASSWORD_MAX,
    example: 'tractor umbrella violet 7',
    description: 'Any characters. Not one of the commonest passwords, and more than names and words of this desk.',
  })
  @GivenPassword('New password')
  new_password: string;
}
