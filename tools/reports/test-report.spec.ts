import { readTally, tallyStep } from './test-report.ts';

const jest = (passed: number, failed: number, broken = 0) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken });
const playwright = (expected: number, flaky: number, unexpected: number, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected, flaky, unexpected, skipped: 1 }, errors });

describe('reading a report', () => {
  it('takes the numbers of Jest, a test file that broke counting as one failure', () => {
    expect(readTally(jest(12, 2, 1))).toEqual({ passed: 12, failed: 3 });
  });

  it('takes the numbers of Playwright, a test that passed on retry counting as passed', () => {
    expect(readTally(playwright(5, 1, 2))).toEqual({ passed: 6, failed: 2 });
  });

  it('counts what failed outside any Playwright test', () => {
    expect(readTally(playwright(0, 0, 0, [{ message: 'web server did not start' }]))).toEqual({ passed: 0, failed: 1 });
  });

  it('refuses anything else', () => {
    expect(() => readTally('{"fine": true}')).toThrow(SyntaxError);
  });
});

const NOTHING = new Map();

describe('counting a step', () => {
  const step = (exitCode: number, reports: Record<string, string | null>) =>
    tallyStep('step', { exitCode, reports: new Map(Object.entries(reports)) });

  it('sums the suites of a step', () => {
    expect(step(0, { one: jest(3, 0), two: jest(4, 0) })).toEqual({
      passed: 7,
      failed: 0,
      problems: [],
      skipped: NOTHING,
    });
  });

  it('adds nothing for a passing step without suites', () => {
    expect(step(0, {})).toEqual({ passed: 0, failed: 0, problems: [], skipped: NOTHING });
  });

  it('counts a failing step without suites as one failure', () => {
    expect(step(1, {})).toEqual({ passed: 0, failed: 1, problems: ['step failed'], skipped: NOTHING });
  });

  it('does not count the step again when its tests already tell the failure', () => {
    expect(step(1, { one: jest(3, 2) })).toEqual({ passed: 3, failed: 2, problems: [], skipped: NOTHING });
  });

  it('fails a step that failed although every test passed', () => {
    expect(step(1, { one: jest(3, 0) })).toEqual({ passed: 3, failed: 1, problems: ['step failed'], skipped: NOTHING });
  });

  it.each([
    ['is missing', null, 'one left no report'],
    ['is cut off', '{"numPassedTests": 3', 'one left no report'],
    ['holds no test', jest(0, 0), 'one ran no test'],
  ])('fails a step whose report %s', (_case, report, problem) => {
    expect(step(0, { one: report })).toEqual({ passed: 0, failed: 1, problems: [problem], skipped: NOTHING });
  });

  it('tells what was skipped over all suites, by why, and fails one that does not say why', () => {
    const skipping = (...titles: string[]) =>
      JSON.stringify({
        ...{ numPassedTests: 1, numFailedTests: 0 },
        testResults: [{ assertionResults: titles.map((title) => ({ status: 'pending', title, ancestorTitles: [] })) }],
      });
    const reports = { one: skipping('x (skipped: no nginx)', 'y'), two: skipping('z (skipped: no nginx)') };
    expect(step(0, reports)).toEqual({
      ...{ passed: 2, failed: 1, problems: ['one skipped 1 without saying why'] },
      skipped: new Map(Object.entries({ 'no nginx': 2, '': 1 })),
    });
  });
});
