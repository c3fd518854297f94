import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BackendProcess } from './backend-process.ts';
import { ChildGroup } from './child-group.ts';
import { print } from './print.ts';
import { signInWords } from './sign-in-words.ts';

const COMPILER_PATIENCE_MS = 2_000;

export interface WatchedApiOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** The API for work: compiled on every change and, when the code is sound, restarted. */
export class WatchedApi {
  readonly #compiler: ChildGroup;
  readonly #main: string;
  readonly #options: WatchedApiOptions;
  #api: BackendProcess | null = null;
  #turn: Promise<void> = Promise.resolve();
  #stopping = false;

  constructor(root: string, options: WatchedApiOptions) {
    // Apart from dist/backend, which belongs to the build and its cache.
    const folder = join(root, 'dist/backend-dev');
    this.#main = join(folder, 'main.js');
    this.#options = options;
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const project = join(root, 'backend/tsconfig.build.json');
    this.#compiler = new ChildGroup(
      process.execPath,
      [tsc, '--project', project, '--outDir', folder, '--watch', '--preserveWatchOutput'],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#compiler.process.stdout?.setEncoding('utf8').on('data', (text: string) => this.#onCompiler(text));
  }

  /** Settles when the compiler ends. */
  get ended(): Promise<unknown> {
    return this.#compiler.ended;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#compiler.stop(COMPILER_PATIENCE_MS);
    await this.#api?.stop();
    await this.#turn;
  }

  #onCompiler(text: string): void {
    process.stdout.write(text);
    if (!text.includes('Found 0 errors')) return;
    // One restart at a time, in the order of the changes.
    this.#turn = this.#turn.then(() => this.#restart());
  }

  async #restart(): Promise<void> {
    const previous = this.#api;
    this.#api = null;
    await previous?.stop();
    if (this.#stopping) return;
    const api = new BackendProcess({
      name: 'API',
      main: this.#main,
      ...this.#options,
      onStderr: (text) => process.stderr.write(text),
    });
    this.#api = api;
    try {
      const signIn = await api.ready();
      print(`The API is ready. Sign in as\n${signInWords(signIn, '  ')}`);
      void api.ended.then(() => {
        if (this.#api === api && !this.#stopping) print('The API has ended; it starts again after the next change.');
      });
    } catch (error) {
      // Its own words are on the screen already; the next change may mend it.
      print(`The API did not start${error instanceof Error ? '' : `: ${String(error)}`}; waiting for a change.`);
    }
  }
}
