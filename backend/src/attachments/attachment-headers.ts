import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Download } from './attachment-downloads.service.ts';
import { contentDisposition } from './domain/content-disposition.ts';
import { contentTag } from './domain/content-tag.ts';
import { isSafeImage } from './domain/safe-image.ts';

/** Whatever a content is, it runs nothing, loads nothing and is nobody's page, also when it is opened by itself. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
/** Kept by the browser, and asked for each time: whoever could read it yesterday may not be able to today. */
const CACHE_CONTROL = 'private, no-cache';

/** Writes the headers of a download; images that are safe may be shown, all else is saved. */
export function withDownload(
  reply: FastifyReply,
  { attachment: { name, type, size, sha256 }, content, range }: Download,
): StreamableFile | undefined {
  void reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'content-disposition': contentDisposition(isSafeImage(type) ? 'inline' : 'attachment', name),
    'cache-control': CACHE_CONTROL,
    'accept-ranges': 'bytes',
    etag: contentTag(sha256),
  });
  if (content === null) {
    void reply.status(304);
    return undefined;
  }
  if (range) {
    void reply.status(206);
    void reply.header('content-range', `bytes ${String(range.first)}-${String(range.last)}/${String(size)}`);
  }
  const length = range ? range.last - range.first + 1 : size;
  return new StreamableFile(content, { type: type === 'text/plain' ? 'text/plain; charset=utf-8' : type, length });
}

/** Writes the headers of a small picture, which is the same as long as the attachment is there. */
export function withThumbnail(reply: FastifyReply, thumbnail: Buffer): StreamableFile {
  void reply.headers({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'private, max-age=300' });
  return new StreamableFile(thumbnail, { type: 'image/webp', disposition: 'inline', length: thumbnail.length });
}
