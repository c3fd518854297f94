import { type Dispatcher, fetch as fetchThrough } from 'undici';

/** Hundreds of times what an answer needs. */
const MAX_RESPONSE_BYTES = 256 * 1024;

/** The response is larger than any honest one. */
export class ResponseTooLarge extends Error {}

/** A server answered with a failure; without a status when it said so in a success. What it said may repeat the key and the ticket's text. */
export class ServerRefusal extends Error {
  readonly status: number | null;
  readonly headers: Headers;
  readonly body: string;

  constructor(status: number | null, headers: Headers, body: string) {
    super('The server answered with a failure');
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/**
 * `fetch` as the desk speaks to an LLM: on the way that the dispatcher knows; to no other address than the one that is set,
 * wherever the server points; and no further than an honest answer goes, so that one that does not end fills no memory.
 *
 * @throws ServerRefusal for every status but success, redirects among them.
 * @throws ResponseTooLarge, also while the body is read.
 */
export function llmFetch(dispatcher: Dispatcher): typeof fetch {
  return async (input, init) => {
    const { method, headers, body, signal } = init ?? {};
    const response = await fetchThrough(addressOf(input), {
      ...{ dispatcher, redirect: 'manual', method: method ?? 'GET', signal: signal ?? null },
      headers: [...new Headers(headers)],
      body: typeof body === 'string' ? body : null,
    });
    const answerHeaders = new Headers([...response.headers]);
    const stream = response.body?.pipeThrough(cap()) ?? null;
    if (response.ok) return new Response(stream, { status: response.status, headers: answerHeaders });
    const words = new Response(stream).text().catch((error: unknown) => {
      if (signal?.aborted) throw error;
      return '';
    });
    throw new ServerRefusal(response.status, answerHeaders, await words);
  };
}

function addressOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}

function cap(): TransformStream<Uint8Array, Uint8Array> {
  let received = 0;
  return new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received > MAX_RESPONSE_BYTES) controller.error(new ResponseTooLarge());
      else controller.enqueue(chunk);
    },
  });
}
