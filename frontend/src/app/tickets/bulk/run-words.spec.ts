import type { BulkRun } from '../../api/admin-model';
import { aRun } from '../testing/runs';
import { actionWords, outcomeWords, runHeading } from './run-words';

const NAMES = { category: (key: string) => key.toUpperCase(), person: (id: number) => `Person ${id}` };

describe('a change of many tickets in words', () => {
  it.each<[Partial<BulkRun>, string]>([
    [{ state: 'queued' }, 'Changing 4,210 tickets'],
    [{ state: 'done', total: 1 }, 'Changed 1 ticket'],
    [{ state: 'failed' }, 'The change of 4,210 tickets stopped halfway'],
    [{ kind: 'delete' }, 'Deleting 4,210 tickets'],
    [{ kind: 'undo', state: 'done' }, 'Took back a change of 4,210 tickets'],
    [{ kind: 'merge', state: 'done' }, 'Moved 4,210 tickets'],
  ])('%j is headed "%s"', (values, heading) => {
    expect(runHeading(aRun(values))).toBe(heading);
  });

  it.each<[Partial<BulkRun>, string]>([
    [{ action: { changes: { status: 'in_progress', assignee: null } } }, 'Status to In progress, assignee to nobody'],
    [{ action: { changes: { category: 'billing', assignee: 3 } } }, 'Category to BILLING, assignee to Person 3'],
    [{ action: { changes: { priority: 'critical' } } }, 'Priority to Critical'],
    [{ kind: 'merge', action: { from: 'a', into: 'b' } }, 'From A to B'],
    [{ kind: 'delete', action: {} }, ''],
  ])('%j does "%s"', (values, words) => {
    expect(actionWords(aRun(values), NAMES)).toBe(words);
  });

  it.each<[Partial<BulkRun>, string]>([
    [{ changed: 4198, unchanged: 10, failed: 2 }, '4,198 changed, 10 were so already, 2 failed'],
    [{ changed: 0, unchanged: 1 }, '0 changed, 1 was so already'],
    [{ kind: 'delete', changed: 3, unchanged: 2 }, '3 deleted, 2 were gone already'],
    [{ kind: 'undo', changed: 3 }, '3 put back'],
  ])('%j ended with "%s"', (values, words) => {
    expect(outcomeWords(aRun(values))).toBe(words);
  });
});
