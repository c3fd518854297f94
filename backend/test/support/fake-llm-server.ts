import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type FakeLlmBehaviour, behave, sendError, sendJson } from './fake-llm-behaviour.ts';
import { type ChatRequest, readChatRequest } from './fake-llm-request.ts';

/** A request of chat completions that the fake has received. */
export interface RecordedRequest {
  readonly headers: Readonly<NodeJS.Dict<string | string[]>>;
  /** Null when it was not in order, and was answered with 400 or 401. */
  readonly chat: ChatRequest | null;
  /** How it ended: with an answer, or because the client went away. */
  readonly ended: Promise<'answered' | 'aborted'>;
}

/** The key that the fake takes unless told otherwise. */
export const FAKE_LLM_KEY = 'sk-fake-4f6a1c0e9b7d';

/**
 * A small server that speaks OpenAI's wire protocol of `POST /v1/chat/completions`, and misbehaves on demand: each request
 * takes the next of the behaviours given, and the last one stays. Unlike OpenAI it repeats a wrong key in full.
 */
export class FakeLlmServer {
  readonly requests: RecordedRequest[] = [];
  private readonly key: string | null;
  private readonly server: Server;
  private behaviours: readonly FakeLlmBehaviour[] = [{ kind: 'keywords' }];
  private loaded = false;
  private readonly loading = new Set<() => void>();
  private waiting: { count: number; resolve: () => void }[] = [];

  /** @param key the only key it takes, or null for any. */
  constructor(key: string | null = FAKE_LLM_KEY) {
    this.key = key;
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        sendError(response, 400, error instanceof Error ? error.message : String(error));
      });
    });
  }

  /** Listens on the loopback; resolves to the value for OPENAI_BASE_URL. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/v1`;
  }

  behave(...behaviours: readonly FakeLlmBehaviour[]): void {
    this.behaviours = behaviours;
  }

  /** Resolves to the newest request once there are as many since the last `reset`. */
  async received(count: number): Promise<RecordedRequest> {
    if (this.requests.length < count) {
      await new Promise<void>((resolve) => this.waiting.push({ count, resolve }));
    }
    const newest = this.requests.at(-1);
    if (!newest) throw new Error('No request has been received');
    return newest;
  }

  /** The model is loaded, for those who still wait and all who come. */
  finishLoading(): void {
    this.loaded = true;
    for (const go of this.loading) go();
    this.loading.clear();
  }

  /** Forgets the requests so far, unloads its model and judges by keywords again. */
  reset(): void {
    this.loaded = false;
    this.requests.length = 0;
    this.behaviours = [{ kind: 'keywords' }];
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse((await text(request)) || 'null');
    switch (`${request.method ?? ''} ${request.url ?? ''}`) {
      case 'POST /v1/chat/completions':
        await this.complete(request, response, body);
        break;
      case 'POST /__behaviour':
        this.behave(...((Array.isArray(body) ? body : [body]) as FakeLlmBehaviour[]));
        sendJson(response, 200, this.behaviours);
        break;
      case 'GET /__requests':
        sendJson(response, 200, { count: this.requests.length, last: this.requests.at(-1)?.chat?.body ?? null });
        break;
      default:
        sendError(response, 404, 'There is nothing at this address');
    }
  }

  private async complete(request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void> {
    const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const [behaviour = { kind: 'keywords' }, ...rest] = this.behaviours;
    if (rest.length > 0) this.behaviours = rest;
    if (key === undefined || (this.key !== null && key !== this.key)) {
      this.record(request, response, null);
      sendError(response, 401, `Incorrect API key provided: ${key ?? 'none'}.`);
      return;
    }
    const [chat, problem] = attempt(() => readChatRequest(body));
    this.record(request, response, chat);
    if (!chat) {
      sendError(response, 400, problem);
      return;
    }
    if (behaviour.delayMs !== undefined) await delay(behaviour.delayMs, undefined, { ref: false });
    if (behaviour.kind === 'loads') await this.load(response);
    if (!response.destroyed) behave(behaviour.kind === 'loads' ? { kind: 'keywords' } : behaviour, chat, response);
  }

  /** Waits until the model is loaded or the client has gone. */
  private async load(response: ServerResponse): Promise<void> {
    if (this.loaded) return;
    await new Promise<void>((resolve) => {
      this.loading.add(resolve);
      response.once('close', resolve);
    });
  }

  private record({ headers }: IncomingMessage, response: ServerResponse, chat: ChatRequest | null): void {
    const ended = new Promise<'answered' | 'aborted'>((resolve) => {
      response.once('close', () => {
        resolve(response.writableFinished ? 'answered' : 'aborted');
      });
    });
    this.requests.push({ headers, chat, ended });
    const reached = this.waiting.filter(({ count }) => count <= this.requests.length);
    this.waiting = this.waiting.filter(({ count }) => count > this.requests.length);
    for (const { resolve } of reached) resolve();
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function attempt<T>(work: () => T): [T, ''] | [null, string] {
  try {
    return [work(), ''];
  } catch (error) {
    return [null, error instanceof Error ? error.message : String(error)];
  }
}

// Run by itself it takes any key, judges by keywords, and does what POST /__behaviour says.
if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8089' } } });
  const server = new FakeLlmServer(null);
  console.log(`The fake LLM answers at ${await server.start(Number(values.port))}`);
  const stop = () => void server.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
