import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { MessageNumberDto } from '../conversation/dto/message-number.dto.ts';
import { RemovalReasonDto } from './dto/redaction.dto.ts';
import { Redactions } from './redactions.service.ts';

@ApiTags('Erasure')
@Controller('tickets/:id/messages/:number')
export class RedactionsController {
  constructor(private readonly redactions: Redactions) {}

  @Post('redaction')
  @Access('admin')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remove the words of a message for good',
    description:
      'Also its files, and what mails, suggestions and searches keep of it; of number 1 the description and the title, with all that both ' +
      'have ever been. Nobody can take it back. The timeline tells who removed them, when and why.',
  })
  @ApiNoContentResponse({ description: 'They are gone; what the desk has learned of them goes within minutes.' })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found', 'message_not_found')
  redact(
    @Param() { id, number }: MessageNumberDto,
    @Body() { reason }: RemovalReasonDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.redactions.redact(id, number, reason, caller);
  }
}
