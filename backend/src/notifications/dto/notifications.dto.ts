import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { COUNT } from '../../common/number-schemas.ts';
import { Omittable, QueryFlag } from '../../common/validation/choice.decorator.ts';
import { PageQueryDto } from '../../common/validation/page-query.dto.ts';
import {
  NOTIFICATION_KINDS,
  type Notification,
  type NotificationKind,
  type NotificationPage,
  type ReadOnes,
  UNREAD_MAX,
} from '../domain/notification.ts';

const MAX_IDS = 100;
const IDS = 'Ids must be ids of notifications.';
const UNTIL = 'Until must be the id of a notification.';

/** Which part of what concerns oneself to read. */
export class NotificationQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ type: String })
  declare cursor?: string;

  @ApiPropertyOptional({ default: false, description: 'Only what was not read yet.' })
  @Omittable()
  @QueryFlag('Unread')
  unread = false;
}

/** The ticket that a notification is about. */
@ApiSchema({ name: 'NotificationTicket' })
export class NotificationTicketDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 123, description: 'The number of the ticket.' })
  id: number;

  @ApiProperty({ example: 'Charged twice in March', description: 'What it is called now.' })
  title: string;
}

/** Who did what is told. */
@ApiSchema({ name: 'NotificationAuthor' })
export class NotificationAuthorDto {
  @ApiProperty({ type: 'integer', nullable: true, example: 7, description: 'The id of the user; null for a customer.' })
  id: number | null;

  @ApiProperty({ example: 'Ada', description: 'What the user or the customer is called.' })
  name: string;
}

/** Something that happened to a ticket and concerns you. */
@ApiSchema({ name: 'Notification' })
export class NotificationDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 12, description: 'Grows with each.' })
  id: number;

  @ApiProperty({
    enum: NOTIFICATION_KINDS,
    enumName: 'NotificationKind',
    example: 'mention',
    description:
      '`mention`: a note names you. `assigned`: somebody gave it to you. `answered`: its customer wrote, and it is yours. `undelivered`: an answer did not reach everybody, and the ticket is yours, or nobody’s and you wrote it.',
  })
  kind: NotificationKind;

  @ApiProperty({ type: NotificationTicketDto, description: 'The ticket, or the first of several.' })
  ticket: NotificationTicketDto;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 4,
    description: 'Where it stands in the timeline of the ticket.',
  })
  number: number;

  @ApiProperty({
    ...{ type: 'integer', minimum: 1, example: 1 },
    description: 'How many tickets one change of many gave to you; 1 of all else.',
  })
  tickets: number;

  @ApiProperty({ type: NotificationAuthorDto, nullable: true, description: 'Who did it; null where nobody knows.' })
  by: NotificationAuthorDto | null;

  @ApiProperty({
    ...{ type: String, nullable: true, example: '@Mina the archive is packed' },
    description: 'How the note or the answer begins, as it was written; null of a ticket that you were given.',
  })
  excerpt: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:41:02.007Z', description: 'When it happened.' })
  at: string;

  @ApiProperty({ example: false, description: 'Whether you have read it.' })
  read: boolean;

  static of({ createdAt, isRead, ...notification }: Notification): NotificationDto {
    return { ...notification, at: createdAt.toISOString(), read: isRead };
  }
}

/** One page of what concerns you. */
@ApiSchema({ name: 'NotificationList' })
export class NotificationListDto {
  @ApiProperty({ type: [NotificationDto], description: 'Newest first.' })
  results: NotificationDto[];

  @ApiProperty({
    ...{ ...COUNT, maximum: UNREAD_MAX, example: 2 },
    description: 'How many you have not read, on all pages; 100 stands for more too.',
  })
  unread: number;

  @ApiProperty({
    ...{ type: String, nullable: true, example: null },
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ notifications, unread, next }: NotificationPage): NotificationListDto {
    return { results: notifications.map((one) => NotificationDto.of(one)), unread, next_cursor: next };
  }
}

/** Which ones you have read: some by their ids, or all up to one. */
@ApiSchema({ name: 'ReadNotifications' })
export class ReadNotificationsDto {
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 1 },
    minItems: 1,
    maxItems: MAX_IDS,
    description: 'The ids of those that you have read; not together with `until`.',
  })
  @Omittable()
  @ValidateBy({
    name: 'not_with_until',
    validator: {
      validate: (_, args) => (args?.object as ReadNotificationsDto | undefined)?.until === undefined,
      defaultMessage: () => 'Give either ids or until.',
    },
  })
  @Max(Number.MAX_SAFE_INTEGER, { each: true, message: IDS })
  @Min(1, { each: true, message: IDS })
  @IsInt({ each: true, message: IDS })
  @ArrayMaxSize(MAX_IDS, { message: 'Ids must hold at most 100 ids; use until for more.' })
  @ArrayNotEmpty({ message: 'Ids must hold at least one id.' })
  @IsArray({ message: 'Ids must be a list.' })
  ids?: number[];

  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1, example: 12 },
    description: 'The id of the newest one that you have seen: that and all before it are read.',
  })
  @ValidateIf(({ ids, until }: ReadNotificationsDto) => ids === undefined || until !== undefined)
  @Max(Number.MAX_SAFE_INTEGER, { message: UNTIL })
  @Min(1, { message: UNTIL })
  @IsInt({ message: UNTIL })
  until?: number;

  static read({ ids, until = 0 }: ReadNotificationsDto): ReadOnes {
    return ids ? { ids } : { until };
  }
}
