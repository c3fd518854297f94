import type { BulkRunAt } from '../../events/desk-events.ts';
import type { SeldomTold } from './live-event.ts';

/** What one process tells the others of what was committed. Of tickets only that there is something to read. */
export interface Announcement {
  readonly tickets?: true;
  /** Of these only that they have changed. */
  readonly changed?: readonly SeldomTold[];
  /** Somebody has come, left, or does something else. */
  readonly presence?: true;
  readonly categories?: readonly string[];
  readonly people?: readonly number[];
  /** The ids of those whose sessions or tokens have changed. */
  readonly accounts?: readonly number[];
  /** The ids of those whom something concerns, or who have read it. */
  readonly notified?: readonly number[];
  readonly runs?: readonly BulkRunAt[];
}

/** PostgreSQL carries less than 8,000 bytes at a time. So many keys of categories, the longest there are, stay below. */
const AT_ONCE = 40;

/** Collects what is to be announced, each thing once. */
export class AnnouncementPad {
  private tickets = false;
  private presence = false;
  private readonly changed = new Set<SeldomTold>();
  private readonly categories = new Set<string>();
  private readonly people = new Set<number>();
  private readonly accounts = new Set<number>();
  private readonly notified = new Set<number>();
  private readonly runs = new Map<string, BulkRunAt>();

  add(announcement: Announcement): void {
    const { tickets, presence, changed = [], categories = [] } = announcement;
    const { people = [], accounts = [], notified = [], runs = [] } = announcement;
    this.tickets ||= tickets === true;
    this.presence ||= presence === true;
    for (const name of changed) this.changed.add(name);
    for (const key of categories) this.categories.add(key);
    for (const id of people) this.people.add(id);
    for (const id of accounts) this.accounts.add(id);
    for (const id of notified) this.notified.add(id);
    for (const run of runs) this.runs.set(run.id, run);
  }

  /** Takes all that was collected, in announcements of bounded size; none when there is nothing. */
  take(): Announcement[] {
    const parts: Announcement[] = [
      ...(this.tickets ? [{ tickets: true } as const] : []),
      ...(this.presence ? [{ presence: true } as const] : []),
      ...inParts(this.changed).map((changed) => ({ changed })),
      ...inParts(this.categories).map((categories) => ({ categories })),
      ...inParts(this.people).map((people) => ({ people })),
      ...inParts(this.accounts).map((accounts) => ({ accounts })),
      ...inParts(this.notified).map((notified) => ({ notified })),
      ...inParts(this.runs.values()).map((runs) => ({ runs })),
    ];
    this.tickets = false;
    this.presence = false;
    const { changed, categories, people, accounts, notified, runs } = this;
    for (const kept of [changed, categories, people, accounts, notified, runs]) kept.clear();
    return parts;
  }
}

function inParts<T>(all: Iterable<T>): T[][] {
  const left = [...all];
  const parts: T[][] = [];
  while (left.length > 0) parts.push(left.splice(0, AT_ONCE));
  return parts;
}
