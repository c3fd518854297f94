import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, type Observable, Subject, catchError, concatMap, map, of, tap } from 'rxjs';
import { Connection } from '../../api/connection';
import { ConversationApi } from '../../api/conversation-api';
import type { MessageDraft } from '../../api/conversation-model';
import { problemOf } from '../../api/problem-error';
import { PersonalSettings } from '../../core/personal-settings';
import { bothOf } from './both-drafts';

/** Whoever writes on is not saved in between. */
export const KEEP_MS = 800;

/** Where a draft is by now, and since when, in milliseconds. */
export interface Kept {
  readonly at: number;
  /** `browser` while the desk could not be told. */
  readonly where: 'desk' | 'browser';
}

/** What the desk has of a draft that was discarded. */
const NOTHING_AT_DESK = { version: 0, text: '' };

/** What is not said by drafts that an earlier version of this page has kept in this browser. */
const NEW = { kind: 'reply', recipients: null, attachments: [], sets: {} } as const;

/** Null is nothing any more. */
interface Told {
  readonly ticket: number;
  readonly draft: MessageDraft | null;
  /** As it stands in this browser meanwhile. */
  readonly here: string | null;
}

/** A draft in this browser, and over which version of the desk's it was written; null where that is not known. */
interface DraftHere extends MessageDraft {
  readonly over: number | null;
}

/** What was written here, and what the desk has instead: that, and what was written elsewhere. */
export interface Met {
  readonly ticket: number;
  readonly mine: MessageDraft;
  readonly both: MessageDraft;
}

/**
 * Keeps what a person writes in a ticket: in this browser with every stroke, and on the desk as soon as they pause. What the
 * desk has taken is forgotten here, so that what is found here is newer.
 */
@Injectable()
export class DraftKeeping {
  private readonly api = inject(ConversationApi);
  private readonly settings = inject(PersonalSettings);
  private readonly state = signal<Kept | null>(null);
  private readonly telling = new Subject<Told>();
  private readonly meeting = new Subject<Met>();
  /** What the desk has by now, as far as it is known here. */
  private readonly atDesk = new Map<number, { readonly version: number | null; readonly text: string }>();
  /** The newest of each ticket, until the desk has taken it. */
  private readonly untold = new Map<number, Told>();
  private pending: Told | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly kept = this.state.asReadonly();
  /** Somebody wrote on in two places at once: nothing of it is lost. */
  readonly met = this.meeting.asObservable();

  constructor() {
    // One after the other, so that the last word counts. It outlives the page that it was written on.
    this.telling.pipe(concatMap((told) => this.tell(told))).subscribe();
    inject(DestroyRef).onDestroy(() => this.flush());
    inject(Connection)
      .back.pipe(takeUntilDestroyed())
      .subscribe(() => this.tellAgain());
  }

  /**
   * What this person has begun to write there; null when that is nothing. `here` counts what is in this browser: it is newer where it
   * was written over what the desk has, and else another one, of which nothing is lost. Ends in a `ProblemError` when the desk cannot tell.
   */
  read(ticket: number, here: boolean): Observable<MessageDraft | null> {
    const found = here ? this.readHere(ticket) : null;
    return this.api.draft(ticket).pipe(
      map(({ draft, version }) => {
        const theirs = draft && hasContent(draft) ? draft : null;
        this.atDesk.set(ticket, { version, text: theirs?.text ?? '' });
        if (!found || !theirs) return found ?? theirs;
        return found.over !== null && found.over === version ? found : bothOf('', theirs, found);
      }),
      catchError((error: unknown) => {
        if (!found) throw error;
        this.atDesk.set(ticket, { version: found.over, text: '' });
        return of(found);
      }),
    );
  }

  /** What is in this browser alone; null where that is nothing. */
  readHere(ticket: number): DraftHere | null {
    try {
      const draft = JSON.parse(this.settings.read(keyOf(ticket)) ?? 'null') as Partial<DraftHere> | null;
      const isWhole = typeof draft?.text === 'string' && typeof draft.conversation === 'number';
      return isWhole ? ({ ...NEW, over: null, ...draft } as DraftHere) : null;
    } catch {
      return null;
    }
  }

  /** Keeps it in this browser alone: what the desk has is not known yet. Null forgets it. */
  keepHere(ticket: number, draft: MessageDraft | null): void {
    this.writeHere(ticket, draft);
    this.state.set(draft && { at: Date.now(), where: 'browser' });
  }

  /** Null forgets it. */
  keep(ticket: number, draft: MessageDraft | null): void {
    if (this.pending && this.pending.ticket !== ticket) this.flush();
    const here = this.writeHere(ticket, draft);
    this.state.set(null);
    this.pending = { ticket, draft, here };
    this.untold.set(ticket, this.pending);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), KEEP_MS);
  }

  /** Tells the desk at once what it does not know. */
  flush(): void {
    clearTimeout(this.timer);
    const told = this.pending;
    if (!told) return;
    this.pending = undefined;
    this.telling.next(told);
  }

  private tellAgain(): void {
    this.flush();
    for (const told of this.untold.values()) this.telling.next(told);
  }

  private tell(told: Told): Observable<unknown> {
    const { ticket, draft } = told;
    // It was written on, or told, while this waited.
    if (!this.isNewest(told)) return EMPTY;
    return (draft ? this.put(ticket, draft) : this.discard(ticket)).pipe(
      catchError((error: unknown) => {
        if (!draft || problemOf(error)?.code !== 'stale_version') throw error;
        return this.putBoth(told, draft);
      }),
      tap(() => this.know(told, 'desk')),
      catchError(() => {
        this.know(told, 'browser');
        return EMPTY;
      }),
    );
  }

  private put(ticket: number, draft: MessageDraft): Observable<unknown> {
    const over = this.atDesk.get(ticket)?.version ?? null;
    return this.api
      .keepDraft(ticket, draft, over)
      .pipe(tap((version) => this.atDesk.set(ticket, { version, text: draft.text })));
  }

  /** It was written on elsewhere: what was written there is read, and the desk has both. */
  private putBoth(told: Told, mine: MessageDraft): Observable<unknown> {
    const { ticket } = told;
    const base = this.atDesk.get(ticket)?.text ?? '';
    return this.api.draft(ticket).pipe(
      concatMap(({ draft: theirs, version }) => {
        // What was written since comes upon the same, and what was sent is not brought back.
        if (!this.isNewest(told)) return EMPTY;
        const both = theirs && hasContent(theirs) ? bothOf(base, theirs, mine) : mine;
        this.atDesk.set(ticket, { version, text: theirs?.text ?? '' });
        if (both.text !== mine.text) this.meeting.next({ ticket, mine, both });
        return this.put(ticket, both);
      }),
    );
  }

  private discard(ticket: number): Observable<unknown> {
    return this.api.discardDraft(ticket).pipe(tap(() => this.atDesk.set(ticket, NOTHING_AT_DESK)));
  }

  /** Gives what stands here then. */
  private writeHere(ticket: number, draft: MessageDraft | null): string | null {
    const here = draft && JSON.stringify({ ...draft, over: this.atDesk.get(ticket)?.version ?? null });
    this.settings.write(keyOf(ticket), here);
    return here;
  }

  private know(told: Told, where: Kept['where']): void {
    // It was written on meanwhile.
    if (!this.isNewest(told)) return;
    const { ticket, draft, here } = told;
    if (where === 'desk') {
      this.untold.delete(ticket);
      // Another tab may have kept something else.
      if (draft && this.settings.read(keyOf(ticket)) === here) this.settings.write(keyOf(ticket), null);
    }
    this.state.set(draft && { at: Date.now(), where });
  }

  private isNewest(told: Told): boolean {
    return this.untold.get(told.ticket) === told;
  }
}

/** Whether there is anything to keep. */
export function hasContent({ text, attachments }: Pick<MessageDraft, 'text' | 'attachments'>): boolean {
  return text.trim() !== '' || attachments.length > 0;
}

function keyOf(ticket: number): string {
  return `desk.message.${ticket}`;
}
