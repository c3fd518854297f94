import { ApiProperty } from '@nestjs/swagger';

export class HealthDto {
  @ApiProperty({ enum: ['ok'], example: 'ok', description: 'Always ok; trouble is told by a problem.' })
  status: 'ok';
}
