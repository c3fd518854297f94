import type { IncomingMessage } from 'node:http';
import { Controller, Get, Headers, Param, Post, Res, type StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ArrivingForm } from '../attachments/arriving-form.decorator.ts';
import { withDownload } from '../attachments/attachment-headers.ts';
import { AttachmentDto, AttachmentIdDto, AttachmentUploadDto } from '../attachments/dto/attachment.dto.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { CurrentCustomer } from './current-customer.decorator.ts';
import { CustomerFiles } from './customer-files.service.ts';
import { CustomerUploads } from './customer-uploads.service.ts';
import type { Customer } from './domain/customer.ts';
import { ForCustomers } from './portal-access.decorator.ts';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('Portal')
@ForCustomers()
@Controller('portal/attachments')
export class CustomerFilesController {
  constructor(
    private readonly uploads: CustomerUploads,
    private readonly files: CustomerFiles,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Upload a file to send with a ticket or an answer',
    description:
      'A form with the one field `file`. It waits a day for what names its `id`; until then only you can read it.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AttachmentUploadDto })
  @ApiCreatedResponse({ description: 'The file as it is kept.', type: AttachmentDto })
  @ApiProblems(
    ...(['validation_failed', 'bad_request', 'form_expected', 'unsupported_media_type', 'request_timeout'] as const),
    ...(['attachment_too_large', 'attachment_quota_reached', 'cross_origin_request'] as const),
    ...(['attachment_infected', 'attachment_not_scanned', 'attachment_storage_unavailable'] as const),
  )
  async upload(@ArrivingForm() form: IncomingMessage, @CurrentCustomer() customer: Customer): Promise<AttachmentDto> {
    return AttachmentDto.of(await this.uploads.upload(form, customer));
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Download a file of one of my messages, or of one that I may read',
    description:
      'To be saved, unless it is an image that is safe to show. One range of bytes may be asked for (`Range`).',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    description: 'The content, with its own media type; 206 a part of it, 304 when you have it.',
    content: { 'application/octet-stream': BYTES },
  })
  @ApiProblems('validation_failed', 'attachment_not_found', 'range_not_satisfiable', 'attachment_storage_unavailable')
  async download(
    @Param() { id }: AttachmentIdDto,
    @Headers('range') range: string | undefined,
    @Headers('if-range') ifRange: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @CurrentCustomer() customer: Customer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return withDownload(reply, await this.files.open(id, customer, { range, ifRange, ifNoneMatch }));
  }
}
