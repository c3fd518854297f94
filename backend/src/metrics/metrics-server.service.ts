import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { InvalidEnvironmentError } from '../config/environment.ts';
import { Settings } from '../config/settings.ts';
import { Metrics } from './metrics.ts';

/** More than whoever asks for figures sends. */
const HEADERS_TIMEOUT_MS = 5_000;

/**
 * Answers `GET /metrics` on a port of its own, never on that of the API, and asks nobody who they are: whoever opens the
 * port decides who reaches it. It answers until the process is about to end, while requests and jobs in hand finish too.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly metrics: Metrics,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(MetricsServer.name);
  }

  /** @throws InvalidEnvironmentError when it cannot listen there. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.metrics) return;
    const { host, port } = this.settings.metrics;
    this.server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS }, (request, response) => {
      void this.answer(request, response);
    });
    try {
      await once(this.server.listen(port, host), 'listening');
    } catch (error) {
      throw new InvalidEnvironmentError(
        `Metrics cannot be told at port ${String(port)} of ${host} (${String((error as NodeJS.ErrnoException).code)}); set METRICS_PORT to a free one.`,
      );
    }
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (method !== 'GET' || url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const { type, text } = await this.metrics.exposition();
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    } catch (error) {
      this.logger.error({ err: error }, 'The metrics could not be told');
      response.writeHead(500).end();
    }
  }
}
