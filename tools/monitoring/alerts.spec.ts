import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROMTOOL = process.env['PROMTOOL_BINARY'] ?? 'promtool';
const FOLDER = join(import.meta.dirname, '../../docker/monitoring');
const isThere = spawnSync(PROMTOOL, ['--version']).status === 0;
const title = isThere
  ? 'the alert rules'
  : 'the alert rules (skipped: there is no promtool; it comes with Prometheus, and PROMTOOL_BINARY names one that is not on the PATH)';

const names = (file: string, form: RegExp) =>
  Array.from(readFileSync(join(FOLDER, file), 'utf8').matchAll(form), ([, name]) => name);

/** Runs promtool on the rules and their tests, with the rules changed first; what it says, and whether it is content. */
function tested(change: (rules: string) => string = (rules) => rules) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-alerts-'));
  try {
    cpSync(FOLDER, folder, { recursive: true });
    writeFileSync(join(folder, 'alerts.yml'), change(readFileSync(join(FOLDER, 'alerts.yml'), 'utf8')));
    const { status, stdout, stderr } = spawnSync(PROMTOOL, ['test', 'rules', join(folder, 'alerts.test.yml')]);
    return { isContent: status === 0, said: `${String(stdout)}${String(stderr)}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

(isThere ? describe : describe.skip)(title, () => {
  it('are rules as Prometheus reads them', () => {
    expect(String(execFileSync(PROMTOOL, ['check', 'rules', join(FOLDER, 'alerts.yml')]))).toContain('5 rules found');
  });

  it('fire when they should and are silent when they should be', () => {
    expect(tested()).toMatchObject({ isContent: true });
  });

  it.each(names('alerts.yml', /- alert: (\w+)/g))('%s would be missed', (name) => {
    expect(tested((rules) => rules.replace(`alert: ${String(name)}`, 'alert: Another')).isContent).toBe(false);
  });
});

it('each alert rule has a test in which it fires and one in which it is silent', () => {
  const rules = names('alerts.yml', /- alert: (\w+)/g);
  expect(names('alerts.test.yml', /- name: (\w+) fires/g)).toEqual(rules);
  expect(names('alerts.test.yml', /- name: (\w+) is silent/g)).toEqual(rules);
});
