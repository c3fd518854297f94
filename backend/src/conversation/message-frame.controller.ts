import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';

/** Nothing runs in it, nothing is sent from it; pictures come from wherever they are, and nobody is told from where they were asked for. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "img-src 'self' https: http:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
].join('; ');

const PAGE =
  '<!doctype html><html lang="en" data-message-frame><head><meta charset="utf-8"><title>Message</title></head><body></body></html>';

/** The page within the web app's page in which a message is shown with its pictures from elsewhere. */
@ApiTags('Conversation')
@Controller('message-frame')
export class MessageFrameController {
  @Get()
  @Access('open')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CONTENT_SECURITY_POLICY)
  @Header('x-frame-options', 'SAMEORIGIN')
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'public, max-age=3600')
  @ApiOperation({
    summary: 'Read the empty page that holds a message with pictures from elsewhere',
    description:
      'The web app shows a message in it once somebody has asked for its pictures: its policy lets pictures come from elsewhere, and lets ' +
      'nothing run.',
  })
  @ApiProduces('text/html')
  @ApiOkResponse({
    description: 'An empty page.',
    content: { 'text/html': { schema: { type: 'string' }, example: PAGE } },
  })
  page(): string {
    return PAGE;
  }
}
