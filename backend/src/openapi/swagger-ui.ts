import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import serveStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Compressed well enough while somebody waits: the bundle, 1.5 MB, takes some 30 ms. */
const BROTLI_QUALITY = 5;
const FILES = ['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png', '/favicon-16x16.png'];

/** The files of the version that @nestjs/swagger brings. */
const manifest = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger')).resolve(
  'swagger-ui-dist/package.json',
);
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };

export interface SwaggerUiOptions {
  /** Where the page is asked for, without the base path. */
  readonly address: string;
  readonly basePath: string;
  readonly title: string;
  /** The OpenAPI document, as JSON. */
  readonly document: () => string;
}

/**
 * Serves Swagger UI, and the document it shows at `…-json`: compressed, and in files that a browser asks for once in each
 * version. It leaves out the frame for choosing among documents, which is as large as all the rest of the page's own.
 */
export async function serveSwaggerUi(app: NestFastifyApplication, options: SwaggerUiOptions): Promise<void> {
  const { address, document } = options;
  const page = pageOf(options);
  const script = scriptOf(options);
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (docs: FastifyInstance) => {
      await docs.register(compress, {
        encodings: ['br', 'gzip'],
        brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
        globalDecompression: false,
      });
      docs.get(address, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
      docs.get(`${address}/swagger-ui-init.js`, (_request, reply) =>
        reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(script),
      );
      docs.get(`${address}-json`, (_request, reply) => reply.type('application/json').send(document()));
      await docs.register(serveStatic, {
        root: dirname(manifest),
        prefix: address,
        decorateReply: false,
        allowedPath: (path) => FILES.includes(path),
        maxAge: '1y',
        immutable: true,
      });
    });
}

function pageOf({ address, basePath, title }: SwaggerUiOptions): string {
  const file = (name: string) => `${basePath}${address}/${name}?v=${version}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="${file('swagger-ui.css')}" />
    <link rel="icon" type="image/png" href="${file('favicon-32x32.png')}" sizes="32x32" />
    <link rel="icon" type="image/png" href="${file('favicon-16x16.png')}" sizes="16x16" />
    <style>body { margin: 0; }</style>
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${file('swagger-ui-bundle.js')}"></script>
    <script src="${basePath}${address}/swagger-ui-init.js"></script>
  </body>
</html>
`;
}

function scriptOf({ address, basePath }: SwaggerUiOptions): string {
  const options = {
    url: `${basePath}${address}-json`,
    dom_id: '#swagger-ui',
    deepLinking: true,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    persistAuthorization: false,
  };
  return `window.ui = SwaggerUIBundle(${JSON.stringify(options)});\n`;
}
