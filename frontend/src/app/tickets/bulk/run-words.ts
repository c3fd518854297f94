import type { BulkRun } from '../../api/admin-model';
import { withinSentence } from '../../ui/author';
import { PRIORITY_LABELS, STATUS_LABELS } from '../../ui/vocabulary';
import { counted, figure } from '../../ui/count-words';
import type { Names } from '../../ui/names';

export function isOver({ state }: BulkRun): boolean {
  return state === 'done' || state === 'failed';
}

/** "Changing 4,210 tickets", "Moved 12 tickets", "Deletion of 3 tickets stopped". */
export function runHeading(run: BulkRun): string {
  const tickets = counted(run.total, 'ticket');
  if (run.state === 'failed') return `${STOPPED[run.kind]} ${tickets} stopped halfway`;
  return `${run.state === 'done' ? DONE[run.kind] : DOING[run.kind]} ${tickets}`;
}

const DOING = { change: 'Changing', delete: 'Deleting', undo: 'Taking back a change of', merge: 'Moving' } as const;
const DONE = { change: 'Changed', delete: 'Deleted', undo: 'Took back a change of', merge: 'Moved' } as const;
const STOPPED = {
  change: 'The change of',
  delete: 'The deletion of',
  undo: 'Taking back a change of',
  merge: 'Moving',
} as const;

/** "Status to Resolved, assignee to Mina Park"; '' for what needs no more words. */
export function actionWords({ kind, action }: BulkRun, names: Names): string {
  if (kind === 'merge') {
    const { from, into } = action;
    if (typeof into !== 'string') return '';
    const to = `to ${names.category(into)}`;
    return typeof from === 'string' ? `From ${names.category(from)} ${to}` : capital(to);
  }
  const changes = action['changes'];
  if (kind !== 'change' || typeof changes !== 'object' || changes === null) return '';
  return capital(
    Object.entries(changes)
      .map(([field, value]) => `${field} to ${valueWords(field, value, names)}`)
      .join(', '),
  );
}

/** "4,198 changed, 10 were so already, 2 failed". */
export function outcomeWords({ kind, changed, unchanged, failed }: BulkRun): string {
  const done = { change: 'changed', delete: 'deleted', undo: 'put back', merge: 'moved' }[kind];
  const parts = [`${figure(changed)} ${done}`];
  const already = kind === 'delete' ? 'gone' : 'so';
  if (unchanged > 0) parts.push(`${figure(unchanged)} ${unchanged === 1 ? 'was' : 'were'} ${already} already`);
  if (failed > 0) parts.push(`${figure(failed)} failed`);
  return parts.join(', ');
}

function valueWords(field: string, value: unknown, names: Names): string {
  if (field === 'assignee') return typeof value === 'number' ? withinSentence(names.person(value)) : 'nobody';
  const text = String(value);
  if (field === 'category') return names.category(text);
  const labels: Readonly<Record<string, string>> = { ...STATUS_LABELS, ...PRIORITY_LABELS };
  return labels[text] ?? text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
