import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, type Observable, Subject, catchError, concatMap, map, of, tap } from 'rxjs';
import { Connection } from '../../api/connection';
import { ConversationApi } from '../../api/conversation-api';
import type { MessageDraft } from '../../api/conversation-model';
import { PersonalSettings } from '../../core/personal-settings';

/** Whoever writes on is not saved in between. */
export const KEEP_MS = 800;

/** Where a draft is by now, and since when, in milliseconds. */
export interface Kept {
  readonly at: number;
  /** `browser` while the desk could not be told. */
  readonly where: 'desk' | 'browser';
}

/** Null is nothing any more. */
interface Told {
  readonly ticket: number;
  readonly draft: MessageDraft | null;
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
  /** The newest of each ticket, until the desk has taken it. */
  private readonly untold = new Map<number, Told>();
  private pending: Told | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly kept = this.state.asReadonly();

  constructor() {
    // One after the other, so that the last word counts. It outlives the page that it was written on.
    this.telling.pipe(concatMap((told) => this.tell(told))).subscribe();
    inject(DestroyRef).onDestroy(() => this.flush());
    inject(Connection)
      .back.pipe(takeUntilDestroyed())
      .subscribe(() => this.tellAgain());
  }

  /**
   * What this person has begun to write there; null when that is nothing. `here` counts what is in this browser, which is newer.
   * Ends in a `ProblemError` when the desk cannot tell.
   */
  read(ticket: number, here: boolean): Observable<MessageDraft | null> {
    const found = here ? this.readHere(ticket) : null;
    if (found) return of(found);
    return this.api.draft(ticket).pipe(map((draft) => (draft && hasContent(draft) ? draft : null)));
  }

  /** What is in this browser alone; null where that is nothing. */
  readHere(ticket: number): MessageDraft | null {
    try {
      const draft = JSON.parse(this.settings.read(keyOf(ticket)) ?? 'null') as Partial<MessageDraft> | null;
      const isWhole = typeof draft?.text === 'string' && typeof draft.conversation === 'number';
      return isWhole ? ({ recipients: null, attachments: [], kind: 'reply', ...draft } as MessageDraft) : null;
    } catch {
      return null;
    }
  }

  /** Keeps it in this browser alone: what the desk has is not known yet. Null forgets it. */
  keepHere(ticket: number, draft: MessageDraft | null): void {
    this.settings.write(keyOf(ticket), draft && JSON.stringify(draft));
    this.state.set(draft && { at: Date.now(), where: 'browser' });
  }

  /** Null forgets it. */
  keep(ticket: number, draft: MessageDraft | null): void {
    if (this.pending && this.pending.ticket !== ticket) this.flush();
    this.settings.write(keyOf(ticket), draft && JSON.stringify(draft));
    this.state.set(null);
    this.pending = { ticket, draft };
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
    const call = draft ? this.api.keepDraft(ticket, draft) : this.api.discardDraft(ticket);
    return call.pipe(
      tap(() => this.know(told, 'desk')),
      catchError(() => {
        this.know(told, 'browser');
        return EMPTY;
      }),
    );
  }

  private know(told: Told, where: Kept['where']): void {
    // It was written on meanwhile.
    if (!this.isNewest(told)) return;
    const { ticket, draft } = told;
    if (where === 'desk') {
      this.untold.delete(ticket);
      // Another tab may have kept something else.
      if (draft && this.settings.read(keyOf(ticket)) === JSON.stringify(draft))
        this.settings.write(keyOf(ticket), null);
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
