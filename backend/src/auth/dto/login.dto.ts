import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../common/validation/text.decorator.ts';
import { USERNAME_MAX } from '../../users/domain/username.ts';
import { GivenPassword } from './credentials.decorator.ts';

export class LoginDto {
  @ApiProperty({ maxLength: USERNAME_MAX, example: 'mina.park', description: 'In whatever case.' })
  @Text('Username', { max: USERNAME_MAX, singleLine: true })
  username: string;

  @ApiProperty({
    format: 'password',
    example: 'demo-agent-1',
    description: 'As it was chosen, on whatever keyboard: compared in one normal form (NFKC).',
  })
  @GivenPassword('Password')
  password: string;
}
