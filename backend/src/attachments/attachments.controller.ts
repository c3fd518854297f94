import type { IncomingMessage } from 'node:http';
import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Res, type StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { Settings } from '../config/settings.ts';
import { ArrivingForm } from './arriving-form.decorator.ts';
import { AttachmentDownloads } from './attachment-downloads.service.ts';
import { withDownload, withThumbnail } from './attachment-headers.ts';
import { AttachmentIntake } from './attachment-intake.service.ts';
import { AttachmentRemoval } from './attachment-removal.service.ts';
import { AttachmentThumbnails } from './attachment-thumbnails.service.ts';
import { AttachmentDto, AttachmentIdDto, AttachmentLimitsDto, AttachmentUploadDto } from './dto/attachment.dto.ts';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;
const ETAG = { ETag: { description: 'The digest of the content.', schema: { type: 'string' } } } as const;

@ApiTags('Attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly intake: AttachmentIntake,
    private readonly downloads: AttachmentDownloads,
    private readonly thumbnails: AttachmentThumbnails,
    private readonly settings: Settings,
    private readonly removal: AttachmentRemoval,
  ) {}

  @Post()
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Upload a file to send with a message',
    description:
      'A form with the one field `file`. The file waits a day for the message that names its `id`, longer while a draft of ' +
      'yours names it; until it is sent only you can read it. Its type is told by its content.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AttachmentUploadDto })
  @ApiCreatedResponse({ description: 'The file as it is kept.', type: AttachmentDto })
  @ApiProblems(
    ...(['validation_failed', 'bad_request', 'form_expected', 'unsupported_media_type', 'request_timeout'] as const),
    ...(['attachment_too_large', 'attachment_quota_reached'] as const),
    ...(['attachment_infected', 'attachment_not_scanned', 'attachment_storage_unavailable'] as const),
  )
  async upload(@ArrivingForm() form: IncomingMessage, @CurrentCaller() caller: Caller): Promise<AttachmentDto> {
    return AttachmentDto.of(await this.intake.upload(form, caller));
  }

  @Get('limits')
  @Access('tickets:write')
  @ApiOperation({ summary: 'Read how large a file may be' })
  @ApiOkResponse({ description: 'What the desk takes.', type: AttachmentLimitsDto })
  limits(): AttachmentLimitsDto {
    return { max_bytes: this.settings.attachments.maxBytes };
  }

  @Get(':id')
  @Access('tickets:read')
  @ApiOperation({
    summary: 'Download an attachment',
    description:
      'To be saved, unless it is an image that is safe to show. One that was not sent is there for who uploaded it; later it is ' +
      'there for all who read its ticket, and gone with it. One range of bytes may be asked for (`Range`, `If-Range`).',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    description: 'The content, with its own media type.',
    content: { 'application/octet-stream': BYTES },
    headers: ETAG,
  })
  @ApiResponse({ status: 206, description: 'A part of the content.', content: { 'application/octet-stream': BYTES } })
  @ApiResponse({ status: 304, description: 'What you have is still the same (`If-None-Match`).' })
  @ApiProblems('validation_failed', 'attachment_not_found', 'range_not_satisfiable', 'attachment_storage_unavailable')
  async download(
    @Param() { id }: AttachmentIdDto,
    @Headers('range') range: string | undefined,
    @Headers('if-range') ifRange: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return withDownload(reply, await this.downloads.open(id, caller, { range, ifRange, ifNoneMatch }));
  }

  @Get(':id/thumbnail')
  @Access('tickets:read')
  @ApiOperation({ summary: 'Show an image in small', description: 'WebP, at most 480 pixels wide and high.' })
  @ApiProduces('image/webp')
  @ApiOkResponse({ description: 'A small picture.', content: { 'image/webp': BYTES } })
  @ApiProblems('validation_failed', 'attachment_not_found', 'thumbnail_not_found', 'attachment_storage_unavailable')
  async thumbnail(
    @Param() { id }: AttachmentIdDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return withThumbnail(reply, await this.thumbnails.of(id, caller));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('tickets:write')
  @ApiOperation({ summary: 'Remove a file that you have uploaded and not sent' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems('validation_failed', 'attachment_not_found', 'attachment_storage_unavailable')
  remove(@Param() { id }: AttachmentIdDto, @CurrentCaller() caller: Caller): Promise<void> {
    return this.removal.removeWaiting(id, caller);
  }
}
