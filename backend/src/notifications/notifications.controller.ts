import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { NotificationListDto, NotificationQueryDto, ReadNotificationsDto } from './dto/notifications.dto.ts';
import { NotificationsService } from './notifications.service.ts';

@ApiTags('Notifications')
@Access('tickets:read')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @ApiOperation({
    summary: 'Read what concerns you',
    description:
      'Notes that mention you, tickets that somebody gave you, and answers of customers to tickets of yours, newest first. Nobody ' +
      'else reads it. `notifications.changed` of `GET /api/events` tells your browsers that there is more, or that you have read it.',
  })
  @ApiOkResponse({ description: 'One page.', type: NotificationListDto })
  @ApiProblems('validation_failed')
  async list(@Query() query: NotificationQueryDto, @CurrentCaller() { userId }: Caller): Promise<NotificationListDto> {
    return NotificationListDto.of(await this.notifications.page(userId, query));
  }

  @Post('read')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say what you have read',
    description: 'Ids that are none of yours, or that you have read before, are no mistake.',
  })
  @ApiNoContentResponse({ description: 'They count as read.' })
  @ApiProblems(...BODY_PROBLEMS)
  read(@Body() body: ReadNotificationsDto, @CurrentCaller() { userId }: Caller): Promise<void> {
    return this.notifications.markRead(userId, ReadNotificationsDto.read(body));
  }
}
