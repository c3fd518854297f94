import { Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { PageQueryDto } from '../../common/validation/page-query.dto.ts';
import { Quarantine } from '../../mail/quarantine.service.ts';
import { MailIdDto } from './dto/mail-id.dto.ts';
import { MadeTicketDto, QuarantineDto } from './dto/quarantine.dto.ts';

/** Never shown by a browser, whatever the mail says it is. */
const SOURCE = { type: 'application/octet-stream', disposition: 'attachment; filename="mail.eml"' };

@ApiTags('Admin')
@Access('admin')
@Controller('admin/mails/quarantine')
export class QuarantineController {
  constructor(private readonly quarantine: Quarantine) {}

  @Get()
  @ApiOperation({
    summary: 'List mails that became neither ticket nor message',
    description: 'Each with why. The newest first; pages follow one another by cursor.',
  })
  @ApiOkResponse({ description: 'One page of mails.', type: QuarantineDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async list(@Query() query: PageQueryDto): Promise<QuarantineDto> {
    return QuarantineDto.of(await this.quarantine.page(query));
  }

  @Get(':id/source')
  @ApiOperation({ summary: 'Read a mail as it came', description: 'All its bytes, as a file.' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    description: 'The mail.',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems('validation_failed', 'mail_not_found')
  async source(@Param() { id }: MailIdDto): Promise<StreamableFile> {
    return new StreamableFile(await this.quarantine.source(id), SOURCE);
  }

  @Post(':id/retry')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Have a mail read once more',
    description: 'Should the same speak against it, it comes back.',
  })
  @ApiNoContentResponse({ description: 'It is read in the background.' })
  @ApiProblems('validation_failed', 'mail_not_found')
  async retry(@Param() { id }: MailIdDto, @CurrentCaller() caller: Caller): Promise<void> {
    await this.quarantine.retry(id, caller);
  }

  @Post(':id/ticket')
  @ApiOperation({
    summary: 'Make a ticket of a mail',
    description: 'Whatever speaks against it. The ticket waits to be sorted.',
  })
  @ApiCreatedResponse({ description: 'The ticket.', type: MadeTicketDto })
  @ApiProblems('validation_failed', 'mail_not_found')
  async makeTicket(@Param() { id }: MailIdDto, @CurrentCaller() caller: Caller): Promise<MadeTicketDto> {
    return { ticket: await this.quarantine.makeTicket(id, caller) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a mail', description: 'For good. It does not come again.' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems('validation_failed', 'mail_not_found')
  async remove(@Param() { id }: MailIdDto, @CurrentCaller() caller: Caller): Promise<void> {
    await this.quarantine.remove(id, caller);
  }
}
