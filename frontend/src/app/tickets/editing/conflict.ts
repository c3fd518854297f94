import type { TicketEvent } from '../../api/model';
import type { ValueOption } from '../../ui/vocabulary';

/** A text that a person has written. */
export interface TextValue {
  readonly kind: 'title' | 'description';
  readonly value: string;
  readonly label: string;
}

/** What can be in conflict. */
export type ConflictValue = ValueOption | TextValue;

export function isText(value: ConflictValue): value is TextValue {
  return value.kind === 'title' || value.kind === 'description';
}

/** One ticket was given different values of the same kind at two places. */
export interface Conflict {
  id: number;
  mine: ConflictValue;
  theirs: ConflictValue;
  /** Who gave it the other value, from the web app or with a token, when it is known. */
  by: { readonly id: number; readonly via: TicketEvent['via'] } | null;
}
