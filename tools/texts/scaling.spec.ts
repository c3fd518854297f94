import { readFileSync } from 'node:fs';

const fileOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The rows of the table that says what replicas share: what, how, and the tests that prove it. */
const rows = /\n\| What +\| How [^]*?\n\n/
  .exec(fileOf('docs/scaling.md'))?.[0]
  .trim()
  .split('\n')
  .slice(2)
  .map((row) => row.split('|').map((cell) => cell.trim()));

describe('what replicas share', () => {
  it('is a table of its own', () => {
    expect(rows?.length).toBeGreaterThan(10);
  });

  it.each(rows ?? [])('%s%s is proven by tests that are there', (_, _what, _how, proof = '') => {
    const tests = Array.from(proof.matchAll(/`([\w-]+)`: ([^;]+)/g));
    expect(tests.length).toBeGreaterThan(0);
    for (const [, file = '', title = ''] of tests)
      expect(fileOf(`backend/test/${file}.spec.ts`)).toContain(title.trim());
  });
});
