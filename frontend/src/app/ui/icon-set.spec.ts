import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ICONS } from './icon-set';

describe('the icons of the first download', () => {
  const app = join(import.meta.dirname, '..');
  const source = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|ts)$/.test(file) && !/\.spec\.ts$|icon-set\.ts$/.test(file))
    .map((file) => readFileSync(join(app, file), 'utf8'))
    .join('\n');

  it.each(Object.keys(ICONS))('%s is shown somewhere', (name) => {
    expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true);
  });
});
