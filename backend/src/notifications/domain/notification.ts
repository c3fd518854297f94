/**
 * Why somebody is told: a note mentions them, they were given tickets, the customer of a ticket of theirs answered, or an answer of
 * such a ticket did not reach everybody.
 */
export const NOTIFICATION_KINDS = ['mention', 'assigned', 'answered', 'undelivered'] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** As many unread ones are counted at most. */
export const UNREAD_MAX = 100;

/** Who did what is told; null of both where nobody knows. */
export interface NotificationAuthor {
  /** The user; null for a customer. */
  readonly id: number | null;
  readonly name: string;
}

/** Something that happened to a ticket and concerns one person of the desk. */
export interface Notification {
  readonly id: number;
  readonly kind: NotificationKind;
  /** The ticket, or the first of `tickets` that one change of many gave to the person. */
  readonly ticket: { readonly id: number; readonly title: string };
  /** Which version of the ticket says it: its place in the timeline. */
  readonly number: number;
  readonly tickets: number;
  readonly by: NotificationAuthor | null;
  /** How the note or the answer begins; null where there is neither. */
  readonly excerpt: string | null;
  readonly createdAt: Date;
  readonly isRead: boolean;
}

export interface NotificationQuery {
  readonly unread?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

export interface NotificationPage {
  readonly notifications: readonly Notification[];
  /** How many are unread, at most `UNREAD_MAX`. */
  readonly unread: number;
  readonly next: string | null;
}

/** Which ones somebody has read: these, or all up to one. */
export type ReadOnes = { readonly ids: readonly number[] } | { readonly until: number };
