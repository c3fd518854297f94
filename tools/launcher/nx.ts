import { createRequire } from 'node:module';
import { ChildGroup } from './child-group.ts';
import { StartError } from './start-error.ts';

/** The script behind the command `nx`, run by this very Node. */
export const NX = createRequire(import.meta.url).resolve('nx/bin/nx.js');

/** Nx as a plain command: nothing kept running in the background, nothing drawn over the screen. */
export const NX_ENVIRONMENT = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };

/** Starts an Nx command; the caller reads its output. */
export function startNx(
  args: readonly string[],
  root: string,
  environment: Readonly<NodeJS.ProcessEnv> = {},
): ChildGroup {
  return new ChildGroup(process.execPath, [NX, ...args], {
    cwd: root,
    env: { ...process.env, ...NX_ENVIRONMENT, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Builds the projects, from the cache where nothing changed. The build's own words are shown only when it fails.
 *
 * @throws StartError when the build fails.
 */
export async function build(
  projects: readonly string[],
  root: string,
  onStart: (child: ChildGroup) => void,
): Promise<void> {
  const child = startNx(['run-many', '--target=build', `--projects=${projects.join(',')}`], root);
  onStart(child);
  let output = '';
  child.process.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.process.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ending = await child.ended;
  if (ending === 0) return;
  process.stderr.write(output);
  throw new StartError('The app could not be built; the reason is above.');
}
