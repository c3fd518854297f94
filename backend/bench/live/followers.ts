import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';

/** So many are on their way at once while streams are opened. */
const OPENED_AT_ONCE = 20;
const NEWS = /"id":(\d+),"version":(\d+)/g;

/** Names a version of a ticket. */
export function versionName(id: number | string, version: number | string): string {
  return `${String(id)}.${String(version)}`;
}

/** Open streams of events, and when each of them was told of each version of a ticket. */
export class Followers {
  /** By version: when it was told, in milliseconds of `performance.now()`, once for each stream. */
  readonly told = new Map<string, number[]>();
  /** How many were closed by the server. */
  cut = 0;
  readonly #answers: IncomingMessage[] = [];
  #isClosing = false;

  /** Opens so many streams, of callers in turn; each is open when the server has said from where it goes. */
  async open(url: string, callers: readonly Readonly<Record<string, string>>[], count: number): Promise<void> {
    for (let opened = 0; opened < count; opened += OPENED_AT_ONCE) {
      const next = Array.from({ length: Math.min(OPENED_AT_ONCE, count - opened) }, (_, index) => opened + index);
      await Promise.all(next.map((turn) => this.#follow(url, callers[turn % callers.length] ?? {})));
    }
  }

  get count(): number {
    return this.#answers.length;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const open = this.#answers.filter(({ closed }) => !closed);
    const closed = open.map((answer) => once(answer, 'close'));
    for (const answer of open) answer.destroy();
    await Promise.all(closed);
  }

  #follow(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const begun = Promise.withResolvers<void>();
    const request = get(`${url}/api/events`, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) {
        begun.reject(new Error(`A stream was answered with ${String(answer.statusCode)}`));
        answer.destroy();
        return;
      }
      this.#answers.push(answer);
      let rest = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        const at = performance.now();
        const text = rest + part;
        const end = text.lastIndexOf('\n\n') + 1;
        rest = text.slice(end);
        if (text.includes('id: ')) begun.resolve();
        this.#take(text.slice(0, end), at);
      });
      answer.once('close', () => (this.cut += this.#isClosing ? 0 : 1)).on('error', () => undefined);
    });
    request.once('error', begun.reject);
    return begun.promise;
  }

  #take(text: string, at: number): void {
    for (const [, id = '', version = ''] of text.matchAll(NEWS)) {
      const name = versionName(id, version);
      const told = this.told.get(name);
      if (told) told.push(at);
      else this.told.set(name, [at]);
    }
  }
}
