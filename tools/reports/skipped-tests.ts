interface JestReport {
  readonly testResults?: readonly { readonly assertionResults: readonly JestTest[] }[];
}

interface JestTest {
  readonly status: string;
  readonly title: string;
  readonly ancestorTitles: readonly string[];
}

/** How a test that a machine cannot run says why, at the end of its name or that of a group it is in. */
const REASON = /skipped: (.+?)\)?$/;

/**
 * How many tests of Jest's JSON report were skipped, by the reason that their names tell; the empty one for those that tell
 * none. Nothing for the report of somebody else.
 */
export function skippedTests(json: string): ReadonlyMap<string, number> {
  const { testResults = [] } = JSON.parse(json) as JestReport;
  const counts = new Map<string, number>();
  for (const test of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (test.status !== 'pending') continue;
    const reason = reasonOf(test);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/** One line for each reason, for people to read. */
export function skipLines(skipped: ReadonlyMap<string, number>): string[] {
  return Array.from(skipped, ([reason, count]) => `○ ${String(count)} skipped: ${reason || 'they do not say why'}`);
}

function reasonOf({ title, ancestorTitles }: JestTest): string {
  for (const name of [title, ...ancestorTitles]) {
    const reason = REASON.exec(name)?.[1];
    if (reason !== undefined) return reason;
  }
  return '';
}
