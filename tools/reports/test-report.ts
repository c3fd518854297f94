import { skippedTests } from './skipped-tests.ts';

/** How many tests of a suite passed and failed; skipped ones count as neither. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that broke before any of their tests could run. */
  readonly numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly flaky: number; readonly unexpected: number };
  /** Failures outside any test, such as a server that did not start. */
  readonly errors: readonly unknown[];
}

/**
 * Reads the JSON report of Jest or Playwright.
 *
 * @throws SyntaxError when the text is neither.
 */
export function readTally(json: string): Tally {
  const report = JSON.parse(json) as Partial<JestReport & PlaywrightReport>;
  if (report.stats && report.errors) {
    const { expected, flaky, unexpected } = report.stats;
    return { passed: expected + flaky, failed: unexpected + report.errors.length };
  }
  if (report.numPassedTests !== undefined && report.numFailedTests !== undefined) {
    return { passed: report.numPassedTests, failed: report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0) };
  }
  throw new SyntaxError('Neither a Jest nor a Playwright report');
}

/** What one step of the run contributes to the sum. */
export interface StepResult {
  readonly exitCode: number;
  /** The text of each report the step should have written; null for a missing one. */
  readonly reports: ReadonlyMap<string, string | null>;
}

/** A step's tally and, in words, what is wrong beyond failed tests. */
export interface StepTally extends Tally {
  readonly problems: readonly string[];
  /** How many tests were skipped, by why. */
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * Counts a step. A green sum has to be earned: a missing report, a report without tests, tests that are skipped without saying
 * why, or a step that fails although no test does, each count as one failure.
 */
export function tallyStep(name: string, { exitCode, reports }: StepResult): StepTally {
  const problems: string[] = [];
  let passed = 0;
  let failed = 0;
  const skipped = new Map<string, number>();
  for (const [suite, json] of reports) {
    const tally = json === null ? null : tryRead(json);
    if (tally === null) problems.push(`${suite} left no report`);
    else if (tally.passed + tally.failed === 0) problems.push(`${suite} ran no test`);
    passed += tally?.passed ?? 0;
    failed += tally?.failed ?? 0;
    for (const [why, count] of tally === null ? [] : skippedTests(json ?? '')) {
      if (why === '') problems.push(`${suite} skipped ${String(count)} without saying why`);
      skipped.set(why, (skipped.get(why) ?? 0) + count);
    }
  }
  if (exitCode !== 0 && failed === 0 && problems.length === 0) problems.push(`${name} failed`);
  return { passed, failed: failed + problems.length, problems, skipped };
}

function tryRead(json: string): Tally | null {
  try {
    return readTally(json);
  } catch {
    return null;
  }
}
