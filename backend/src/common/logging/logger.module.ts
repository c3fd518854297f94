import type { IncomingMessage } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Settings } from '../../config/settings.ts';
import { loggableError } from './loggable-error.ts';
import { loggableUrl } from './loggable-url.ts';

/** Structured logs: one JSON line for each request, named by its request id, without bodies or credentials. */
export function loggerModule(): DynamicModule {
  return LoggerModule.forRootAsync({
    inject: [Settings],
    useFactory: ({ logLevel }: Settings) => ({
      pinoHttp: {
        level: logLevel,
        genReqId: (request) => request.id,
        customAttributeKeys: { reqId: 'request_id', responseTime: 'duration_ms' },
        quietReqLogger: true,
        autoLogging: { ignore: isHealthCheck },
        serializers: {
          err: loggableError,
          req: ({ method, url }: { method: string; url: string }) => ({ method, url: loggableUrl(url) }),
          res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        },
      },
    }),
  });
}

/** Asked every few seconds by whoever watches over the process. */
function isHealthCheck(request: IncomingMessage & { originalUrl?: string }): boolean {
  return (request.originalUrl ?? request.url ?? '').startsWith('/api/health/');
}
