import { skipLines, skippedTests } from './skipped-tests.ts';

const test = (status: string, ...names: string[]) => ({
  status,
  title: names.at(-1),
  ancestorTitles: names.slice(0, -1),
});
const report = (...files: object[][]) =>
  JSON.stringify({ testResults: files.map((assertionResults) => ({ assertionResults })) });

describe('what was skipped', () => {
  it('is counted over all files, by the reason in the name of a test or of a group that it is in', () => {
    const nginx = 'two processes behind nginx (skipped: there is no nginx (apt-get install nginx-light), or name it)';
    const json = report(
      [test('passed', 'a desk', 'starts'), test('pending', 'a desk', 'stops (skipped: npm run test:cluster does it)')],
      [test('pending', nginx, 'answer'), test('pending', nginx, 'behind it', 'close'), test('failed', 'others')],
    );
    expect(Array.from(skippedTests(json))).toEqual([
      ['npm run test:cluster does it', 1],
      ['there is no nginx (apt-get install nginx-light), or name it', 2],
    ]);
  });

  it('is told in one line for each reason, and so is that there was none', () => {
    const json = report([test('pending', 'one'), test('pending', 'two'), test('pending', 'three: skipped: no tmpfs')]);
    expect(skipLines(skippedTests(json))).toEqual(['○ 2 skipped: they do not say why', '○ 1 skipped: no tmpfs']);
  });

  it('is nothing in the report of somebody else', () => {
    expect(skippedTests('{"stats": {"skipped": 1}, "errors": []}').size).toBe(0);
  });
});
