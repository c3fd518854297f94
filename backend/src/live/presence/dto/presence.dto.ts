import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ACTIVITIES, type Activity, type TicketPresence } from '../domain/presence.ts';

/** Somebody who has a ticket open. */
@ApiSchema({ name: 'PersonPresent' })
export class PersonPresentDto {
  @ApiProperty({ type: 'integer', example: 7, description: 'The id of the user.' })
  id: number;

  @ApiProperty({ example: 'Ada', description: 'What the user is called.' })
  name: string;

  @ApiProperty({
    enum: ACTIVITIES,
    enumName: 'PresenceActivity',
    example: 'looking',
    description:
      'What they do with it: `writing` is a message that is being typed. Of several tabs the one in which they do most counts.',
  })
  activity: Activity;
}

/** Who has a ticket open; also the data of `presence`. */
@ApiSchema({ name: 'TicketPresence' })
export class TicketPresenceDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1, description: 'The number of the ticket.' })
  ticket_id: number;

  @ApiProperty({
    type: [PersonPresentDto],
    description: 'Who has it open, each once, by name, you as well; empty when nobody has any more.',
    example: [{ id: 7, name: 'Ada', activity: 'looking' }],
  })
  people: PersonPresentDto[];

  static of({ ticket_id, people }: TicketPresence): TicketPresenceDto {
    return { ticket_id, people: people.map(({ id, name, activity }) => ({ id, name, activity })) };
  }
}

/** Who has which ticket open. */
@ApiSchema({ name: 'PresenceList' })
export class PresenceListDto {
  @ApiProperty({
    type: [TicketPresenceDto],
    description: 'Each ticket that somebody has open, by number.',
    example: [{ ticket_id: 1, people: [{ id: 7, name: 'Ada', activity: 'looking' }] }],
  })
  results: TicketPresenceDto[];

  static of(all: readonly TicketPresence[]): PresenceListDto {
    return { results: all.map((presence) => TicketPresenceDto.of(presence)) };
  }
}
