import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Choice } from '../../../common/validation/choice.decorator.ts';
import { ACTIVITIES, type Activity } from '../domain/presence.ts';

/** A place in the path. */
export class PlaceParamsDto {
  @ApiProperty({
    format: 'uuid',
    example: '0197a3f2-6c1e-4b52-9d3c-5e8f10ab72c4',
    description: 'A place of yours, such as a tab of a browser: any UUID that you have made up for it.',
  })
  @IsUUID(undefined, { message: 'A place is named by a UUID.' })
  place: string;
}

const TICKET = 'Ticket must be the number of a ticket.';

/** What somebody does at a place. */
export class PlaceDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1, description: 'The ticket that you have open there.' })
  @IsInt({ message: TICKET })
  @Min(1, { message: TICKET })
  @Max(Number.MAX_SAFE_INTEGER, { message: TICKET })
  ticket_id: number;

  @ApiProperty({
    enum: ACTIVITIES,
    enumName: 'PresenceActivity',
    example: 'looking',
    description: 'Whether you look at it, are typing a message to it, or are changing it.',
  })
  @Choice('Activity', ACTIVITIES)
  activity: Activity;
}
