import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

/** Where a stream begins. */
export class FollowQueryDto {
  @ApiPropertyOptional({
    example: '3f9ac1d2742-1k3.0',
    description:
      'The same as the header `Last-Event-ID` for who begins a new stream, where a browser sends none. The header counts for more.',
  })
  @IsOptional()
  @IsString({ message: 'The last event is named by its id.' })
  last_event_id?: string;
}
