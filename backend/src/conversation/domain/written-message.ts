import { type FieldError, ValidationFailed } from '../../common/problems/domain-error.ts';
import type { WrittenMessage } from './message.ts';

/** @throws ValidationFailed for a note that shall go to somebody: notes never leave. */
export function requireToStay({ kind, recipients, leavesInSeconds }: WrittenMessage): void {
  if (kind !== 'note') return;
  const errors: FieldError[] = [];
  const told = (field: string, message: string) => errors.push({ field, code: 'note_stays', message });
  if (recipients && recipients.length > 0) told('recipients', 'A note has no recipients: it never leaves the desk.');
  if (leavesInSeconds > 0) told('leaves_in_seconds', 'A note does not leave.');
  if (errors.length > 0) throw new ValidationFailed(errors);
}
