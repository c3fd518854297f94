import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../postgres/make-folder.ts';
import { ChildGroup } from './child-group.ts';
import type { SignInHint } from './sign-in-words.ts';
import { StartError } from './start-error.ts';

const START_LIMIT_MS = 180_000;
/** Longer than a process waits for what is under way (STOP_TIMEOUT_MS). */
const STOP_PATIENCE_MS = 75_000;

/** What a process says when it serves the API or takes jobs. */
interface ReadyMessage {
  readonly ready: true;
  readonly signIn: readonly SignInHint[];
}

export interface BackendOptions {
  /** What people call it. */
  readonly name: 'API' | 'worker' | 'limit';
  /** The compiled entry point. */
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where its log lines go. */
  readonly logFile: string;
  readonly onStderr?: (text: string) => void;
}

/** A process of the back end as a child that tells when it is ready, and ends by itself when the launcher is killed. */
export class BackendProcess {
  readonly #name: BackendOptions['name'];
  readonly #child: ChildGroup;
  #complaint = '';

  constructor({ name, main, environment, logFile, onStderr }: BackendOptions) {
    this.#name = name;
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

  /** Its number in the system; undefined when it could not be started. */
  get pid(): number | undefined {
    return this.#child.process.pid;
  }

  /** Settles when the process ends, for whatever reason. */
  get ended(): Promise<unknown> {
    return this.#child.ended;
  }

  /**
   * Waits until it is ready; the API tells how to sign in.
   *
   * @throws StartError with the process's own reason when it does not get there.
   */
  async ready(): Promise<readonly SignInHint[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly SignInHint[]>();
    this.#child.process.on('message', (message: Partial<ReadyMessage>) => {
      if (message.ready) resolve(message.signIn ?? []);
    });
    // "close" comes after the last of its words has been read, "exit" may come before.
    this.#child.process.once('close', () => reject(new StartError(this.#reason())));
    const limit = setTimeout(
      () => reject(new StartError(`The ${this.#name} did not get ready in time.`)),
      START_LIMIT_MS,
    );
    return promise.finally(() => clearTimeout(limit));
  }

  /** Lets requests and jobs in hand finish, then ends the process. */
  async stop(): Promise<void> {
    await this.#child.stop(STOP_PATIENCE_MS);
  }

  #reason(): string {
    const lastLine = this.#complaint.trim().split('\n').at(-1);
    return lastLine ? lastLine : `The ${this.#name} ended while starting, without saying why.`;
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
