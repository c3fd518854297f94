import { ApiPropertyOptional } from '@nestjs/swagger';
import type { StandbyState } from '../database/not-here.ts';
import { HealthDto } from './health.dto.ts';

const STATES: readonly StandbyState[] = ['up', 'busy', 'behind', 'broken', 'away'];

export class ReadinessDto extends HealthDto {
  @ApiPropertyOptional({
    enum: STATES,
    example: 'up',
    description:
      'How the standby is that lists, searches, figures and exports are read from (`DATABASE_READ_URL`); missing without one. While its connections are all in use (busy), it is behind the primary, cannot read its files (broken) or cannot be asked (away), all is read at the primary.',
  })
  standby?: StandbyState;
}
