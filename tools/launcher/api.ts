import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../postgres/make-folder.ts';
import { ChildGroup } from './child-group.ts';
import type { SignInHint } from './sign-in-words.ts';
import { StartError } from './start-error.ts';

const START_LIMIT_MS = 180_000;
/** Longer than the slowest request the API answers, a suggestion from a slow LLM. */
const STOP_PATIENCE_MS = 75_000;

/** What the API says when it serves. */
interface ReadyMessage {
  readonly ready: true;
  readonly signIn: readonly SignInHint[];
}

export interface ApiOptions {
  /** The compiled entry point. */
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where its log lines go. */
  readonly logFile: string;
  readonly onStderr?: (text: string) => void;
}

/** The API as a child process that tells when it serves, and ends by itself when the launcher is killed. */
export class ApiProcess {
  readonly #child: ChildGroup;
  #complaint = '';

  constructor({ main, environment, logFile, onStderr }: ApiOptions) {
    const log = openLog(logFile);
    this.#child = new ChildGroup(process.execPath, ['--enable-source-maps', main], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', log, 'pipe', 'ipc'],
    });
    closeSync(log);
    this.#child.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = `${this.#complaint}${text}`.slice(-10_000);
      onStderr?.(text);
    });
  }

  /** Settles when the process ends, for whatever reason. */
  get ended(): Promise<unknown> {
    return this.#child.ended;
  }

  /**
   * Waits until the API serves; tells how to sign in.
   *
   * @throws StartError with the API's own reason when it does not.
   */
  async ready(): Promise<readonly SignInHint[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly SignInHint[]>();
    this.#child.process.on('message', (message: Partial<ReadyMessage>) => {
      if (message.ready) resolve(message.signIn ?? []);
    });
    // "close" comes after the last of its words has been read, "exit" may come before.
    this.#child.process.once('close', () => reject(new StartError(this.#reason())));
    const limit = setTimeout(() => reject(new StartError('The API did not get ready in time.')), START_LIMIT_MS);
    return promise.finally(() => clearTimeout(limit));
  }

  /** Lets requests in flight finish, then ends the API. */
  async stop(): Promise<void> {
    await this.#child.stop(STOP_PATIENCE_MS);
  }

  #reason(): string {
    const lastLine = this.#complaint.trim().split('\n').at(-1);
    return lastLine ? lastLine : 'The API ended while starting, without saying why.';
  }
}

function openLog(logFile: string): number {
  try {
    makeFolder(dirname(logFile));
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`The log file ${logFile} cannot be written (${code}); set DATA_DIR to another folder.`);
  }
}
