import { spawn } from 'node:child_process';

/** Runs Node with these arguments in the terminal of the caller and gives its exit code, which is 1 when a signal ended it. */
export function runScript(args: readonly string[], environment = process.env): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: environment });
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => settle(code ?? 1));
  });
}
