import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a child ended: its exit code, or the name of the signal that ended it. */
export type Ending = number | NodeJS.Signals;

/**
 * A child process in a group of its own: Ctrl-C in the terminal reaches only the launcher, which then stops its children
 * in order, each with everything it started.
 */
export class ChildGroup {
  readonly process: ChildProcess;
  readonly ended: Promise<Ending>;

  constructor(command: string, args: readonly string[], options: SpawnOptions) {
    this.process = spawn(command, args, { ...options, detached: true });
    const child = this.process;
    const killNow = () => this.#signal('SIGKILL');
    process.once('exit', killNow);
    this.ended = once(child, 'exit').then(([code, signal]: unknown[]) => {
      process.removeListener('exit', killNow);
      return (code ?? signal) as Ending;
    });
    // Whether anybody waits for the ending or not, a failed spawn is seen where the child is used.
    this.ended.catch(() => undefined);
  }

  /** Asks the group to end and waits; after `patienceMs` it is ended by force. */
  async stop(patienceMs: number): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.#signal('SIGTERM');
    const force = setTimeout(() => this.#signal('SIGKILL'), patienceMs);
    await this.ended.catch(() => undefined);
    clearTimeout(force);
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.process;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, signal);
    } catch {
      // The group is gone already.
    }
  }
}
