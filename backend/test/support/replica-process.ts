import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openPort } from './open-port.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url);
const TYPESCRIPT = new URL('run-typescript.js', import.meta.url).href;
const WITHOUT_NAME_SERVERS = new URL('without-name-servers.js', import.meta.url).href;

/** What differs from the defaults in every process of a test: nobody waits for a quota, and nothing is drawn by lot. */
const OF_TESTS = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  SEED_DEMO_DATA: 'false',
  LLM_PROVIDER: 'openai',
  HIDDEN_SHARE: '0',
  RATE_LIMIT_PER_MINUTE: '1000000',
};

/** The API as a process of its own, at one address, which is killed, stopped and started again. */
export class ReplicaProcess {
  readonly url: string;
  private readonly env: NodeJS.ProcessEnv;
  private child: ChildProcess | null = null;

  private constructor(port: number, variables: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${String(port)}`;
    const { PATH, HOME, TMPDIR } = process.env;
    this.env = { PATH, HOME, TMPDIR, ...OF_TESTS, PORT: String(port), ...variables };
  }

  /** Starts one; `variables` are its settings. */
  static async start(variables: Readonly<Record<string, string>>): Promise<ReplicaProcess> {
    const replica = new ReplicaProcess(await openPort(), variables);
    await replica.start();
    return replica;
  }

  /** Starts it again, at the same address; resolves when it takes requests. */
  async start(): Promise<void> {
    const child = fork(MAIN, {
      execArgv: ['--import', WITHOUT_NAME_SERVERS, '--import', TYPESCRIPT],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: this.env,
    });
    this.child = child;
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended with ${String(code)}`)));
    ended.catch(() => undefined);
    await Promise.race([once(child, 'message'), ended]);
  }

  /** The number by which this machine knows it. */
  get pid(): number {
    const pid = this.child?.pid;
    if (pid === undefined) throw new Error('It is not running');
    return pid;
  }

  /** Ends it without a word. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
