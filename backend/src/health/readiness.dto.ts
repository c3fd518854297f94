import { ApiPropertyOptional } from '@nestjs/swagger';
import type { StandbyState } from '../database/standby-reads.ts';
import { HealthDto } from './health.dto.ts';

const STATES: readonly StandbyState[] = ['up', 'behind', 'away'];

export class ReadinessDto extends HealthDto {
  @ApiPropertyOptional({
    enum: STATES,
    example: 'up',
    description:
      'How the standby is that lists, searches, figures and exports are read from (`DATABASE_READ_URL`); missing without one. While it is behind the primary, or away, all is read at the primary.',
  })
  standby?: StandbyState;
}
