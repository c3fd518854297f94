import type { AuditEvent } from '../../api/admin-model';
import { viaWords } from '../../ui/author';

/** One line of what is known about an event; `from` is null where nothing was before. */
export interface AuditDetail {
  readonly label: string;
  readonly from: string | null;
  readonly value: string;
}

/** Details that name a person by number. */
const PEOPLE: readonly string[] = ['owner', 'assignee'];

/** Everything an event keeps, in lines: what changed from what to what first, then by what and from where. */
export function auditDetails(event: AuditEvent, person: (id: number) => string): readonly AuditDetail[] {
  const lines = Object.entries(withoutRepetition(event.details)).flatMap(([name, value]) =>
    PEOPLE.includes(name) && typeof value === 'number'
      ? [{ label: labelOf(name), from: null, value: person(value) }]
      : detailLines(name, value),
  );
  const by: AuditDetail[] = [{ label: 'By way of', from: null, value: viaWords(event.via) }];
  if (event.address) by.push({ label: 'Address', from: null, value: event.address });
  return [...lines, ...by];
}

/** What changed says more than everything as it was then. */
function withoutRepetition(details: AuditEvent['details']): AuditEvent['details'] {
  const { changes, settings, ...rest } = details;
  const changed = isRecord(changes) && Object.keys(changes).length > 0;
  return { ...(changed && { changes }), ...(!changed && settings !== undefined && { settings }), ...rest };
}

function detailLines(name: string, value: unknown): readonly AuditDetail[] {
  if (isChange(value)) return [{ label: labelOf(name), from: wordsOf(value.from), value: wordsOf(value.to) }];
  // A group such as `changes` holds lines of its own.
  if (isRecord(value)) return Object.entries(value).flatMap(([inner, one]) => detailLines(inner, one));
  return [{ label: labelOf(name), from: null, value: wordsOf(value) }];
}

function labelOf(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z])[A-Z]/g, ' $&')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => wordsOf(one)).join(', ') || 'nothing';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isChange(value: unknown): value is { from: unknown; to: unknown } {
  return isRecord(value) && 'from' in value && 'to' in value;
}
