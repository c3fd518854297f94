import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE, SessionCookie } from '../auth/session-cookie.ts';
import { APP_VERSION } from '../config/app-version.ts';
import { Settings } from '../config/settings.ts';
import { CUSTOMER_COOKIE, CustomerCookie } from '../portal/customer-cookie.ts';
import { serveSwaggerUi } from './swagger-ui.ts';

const INTRODUCTION = `
Tickets, suggestions and figures of the support desk. Everything the web app does, it does through this API.

* A trailing slash is optional everywhere. Times are UTC with milliseconds.
* Errors are \`application/problem+json\` (RFC 9457): test for \`code\`, show \`detail\`, and mention \`request_id\` when
  you ask for help. Bad input lists every field that is wrong in \`errors\`.
* Every answer carries \`X-Request-Id\`; send your own to follow a request through the logs.
* Programs send an API token: \`Authorization: Bearer desk_…\`. Browsers that are signed in to the web app need nothing
  more, also on this page; what they change must come from the desk's own pages (else 403 \`cross_origin_request\`).
* \`RateLimit-Policy\` and \`RateLimit\` tell how much you may still ask; too much is answered by 429 with
  \`Retry-After\`. So is what the desk cannot do at the moment by 503: the same may be asked again after so many seconds.`;

/** Swagger UI brings its styles inline and its logo as a data address; everything else comes from here. */
export const DOCS_CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** What the document says of one desk alone. */
interface DeskAddress {
  /** The path below which the API is found; `/` without one. */
  readonly server: string;
  readonly sessionCookie: string;
  readonly customerCookie: string;
}

const ANY_DESK: DeskAddress = { server: '/', sessionCookie: SESSION_COOKIE, customerCookie: CUSTOMER_COOKIE };

/** The OpenAPI 3.1 document of the API: that of a running desk, or the one that holds for all of them. */
export function createDocument(app: NestFastifyApplication, desk: DeskAddress = ANY_DESK): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Support Ticket System')
    .setDescription(INTRODUCTION.trim())
    .setVersion(APP_VERSION)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(desk.server)
    .addSecurity('token', {
      type: 'http',
      scheme: 'bearer',
      description: 'An API token, made under Account in the web app.',
    })
    .addSecurity('session', {
      type: 'apiKey',
      in: 'cookie',
      name: desk.sessionCookie,
      description:
        'The session of a browser; signing in sets it. Its name ends with the id of the desk, and behind https begins with ' +
        '`__Host-`, or below a path `__Secure-`.',
    })
    .addSecurity('customer', {
      type: 'apiKey',
      in: 'cookie',
      name: desk.customerCookie,
      description:
        'The session of a customer on the portal; a link of a mail sets it. It opens nothing but the portal. Its name is made as that ' +
        'of `session`.',
    })
    .addTag('Auth', 'Sign in, and what belongs to your own account.')
    .addTag('Tickets', 'Write, list, read and change tickets.')
    .addTag('Classification', 'Ask for a suggestion before a ticket is written.')
    .addTag('Live', 'Follow what happens, as it happens.')
    .addTag('Stats', 'Figures of the desk.')
    .addTag('Categories', 'The vocabulary of categories.')
    .addTag('Users', 'The people of the desk.')
    .addTag('Admin', 'Running the desk; for admins.')
    .addTag('Portal', 'What customers do themselves, when `PORTAL` is on.')
    .addTag('Health', 'For those who run it.')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
}

/** Serves Swagger UI at /api/docs and the document at /api/docs-json and /api/docs-yaml. */
export async function serveDocs(app: NestFastifyApplication): Promise<void> {
  const { basePath, webUrl } = app.get(Settings);
  let document: OpenAPIObject | undefined;
  const known = () => (document ??= createDocument(app, deskAddress()));
  await serveSwaggerUi(app, {
    address: '/api/docs',
    basePath,
    title: 'Support Ticket System API',
    document: () => JSON.stringify(known()),
  });
  SwaggerModule.setup('api/docs', app, known, { ui: false, raw: ['yaml'] });

  function deskAddress(): DeskAddress {
    const secure = webUrl.startsWith('https:');
    return {
      server: basePath || '/',
      sessionCookie: app.get(SessionCookie).nameFor({ secure }),
      customerCookie: app.get(CustomerCookie).nameFor({ secure }),
    };
  }
}
