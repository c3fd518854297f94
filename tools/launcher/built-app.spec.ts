import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedFolder, requireBuilt } from './built-app.ts';

const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A checkout that nobody but root may enter cannot be looked at as somebody else. */
const isOpen = spawnSync(process.execPath, ['--eval', ''], other).status === 0;
const whenOpen = isOpen ? it : it.skip;
const unlessOpen = isOpen ? '' : ' (skipped: others may not enter this checkout)';

describe('an app in a folder of somebody else', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'support-tickets-built-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** What a user without any rights finds closed; root itself may write everywhere. */
  const closedForOthers = (): string => {
    const script = `import { closedFolder } from '${join(import.meta.dirname, 'built-app.ts')}'; process.stdout.write(String(closedFolder('${root}')));`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      ...other,
      encoding: 'utf8',
    }).stdout.trim();
  };

  it('can be built where one may write', () => {
    mkdirSync(join(root, 'dist/backend'), { recursive: true });
    expect(closedFolder(root)).toBeNull();
  });

  whenOpen(`cannot be built in a folder, or a part of it, that one may not write to${unlessOpen}`, () => {
    chmodSync(root, 0o555);
    expect(closedForOthers()).toBe(root);
    chmodSync(root, 0o777);
    expect(closedForOthers()).toBe('null');
    mkdirSync(join(root, 'dist'), { mode: 0o555 });
    expect(closedForOthers()).toBe(join(root, 'dist'));
    chmodSync(join(root, 'dist'), 0o755);
  });

  it('is taken as it was built, or missed in one sentence', () => {
    expect(() => requireBuilt(root, root)).toThrow(
      `The app is not built yet, and you may not write to ${root}; let its owner run "npm start" or "npx nx run-many --target=build" once.`,
    );
    for (const file of ['dist/backend/main.js', 'dist/frontend/browser/index.html']) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), '');
    }
    expect(() => requireBuilt(root, root)).not.toThrow();
  });
});
