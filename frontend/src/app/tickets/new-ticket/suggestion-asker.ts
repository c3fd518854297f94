import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, type Observable, Subject, catchError, map, of, startWith, switchMap, timeout, timer } from 'rxjs';
import { ClassificationApi } from '../../api/classification-api';
import { Connection } from '../../api/connection';
import type { TicketText } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { IDLE, answers, next } from './suggestion-state';
import type { Settled, SuggestionEvent, SuggestionState } from './suggestion-state';
import { sameText } from './ticket-text';

/** How long a person rests before the desk reads. */
export const PAUSE_MS = 900;
/**
 * For a lost connection only: the API always answers within its own limit, which may be set up to 60 s. The person has
 * the fields at hand all the time.
 */
export const ANSWER_MS = 65_000;

/**
 * Asks the desk about the text a person writes: after a pause, or at once on demand. A text that changes cancels the
 * question about the one before it, so no answer is ever shown for a text it was not given for. A question that failed
 * is asked again when the line to the desk is back.
 */
@Injectable()
export class SuggestionAsker {
  private readonly api = inject(ClassificationApi);
  private readonly questions = new Subject<{ text: TicketText | null; afterMs: number }>();
  private readonly answered = new Subject<Settled>();
  private readonly current = signal<SuggestionState>(IDLE);
  private text: TicketText | null = null;
  /** What the desk thinks of this ticket has been on the screen. */
  private seen = false;

  readonly state = this.current.asReadonly();
  /** How each question ended that was not overtaken. */
  readonly settled: Observable<Settled> = this.answered.asObservable();

  constructor() {
    inject(Connection)
      .back.pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (this.current().phase === 'failed') this.askNow();
      });
    this.questions
      .pipe(
        switchMap(({ text, afterMs }) =>
          text === null ? EMPTY : timer(afterMs).pipe(switchMap(() => this.ask(text))),
        ),
        takeUntilDestroyed(),
      )
      .subscribe((event) => this.dispatch(event));
  }

  /** The text is now this; null when there is nothing the desk could read. */
  follow(text: TicketText | null): void {
    if (sameText(text, this.text)) return;
    this.text = text;
    this.dispatch({ kind: 'changed' });
    const known = text !== null && answers(this.current(), text);
    this.questions.next({ text: known ? null : text, afterMs: PAUSE_MS });
  }

  /** Asks about the present text without waiting for a pause. */
  askNow(): void {
    this.questions.next({ text: this.text, afterMs: 0 });
  }

  /** Somebody waits for the answer: it is asked for at once, unless it is on its way. */
  hurry(): void {
    if (this.current().phase !== 'reading') this.askNow();
  }

  /** The next ticket begins. */
  forget(): void {
    this.text = null;
    this.seen = false;
    this.questions.next({ text: null, afterMs: 0 });
    this.dispatch({ kind: 'forgotten' });
  }

  private ask(text: TicketText): Observable<SuggestionEvent> {
    // What was seen once cannot be kept from sight any more, and is no choice without help.
    return this.api.classify(text, !this.seen).pipe(
      timeout(ANSWER_MS),
      map((answer): SuggestionEvent => ({ kind: 'answered', text, ...answer })),
      catchError((error: unknown) =>
        of<SuggestionEvent>({ kind: 'failed', text, requestId: problemOf(error)?.requestId ?? null }),
      ),
      startWith<SuggestionEvent>({ kind: 'asked', text }),
    );
  }

  private dispatch(event: SuggestionEvent): void {
    const before = this.current();
    const after = next(before, event);
    if (after === before) return;
    this.current.set(after);
    if (event.kind === 'answered') this.seen ||= !event.suggestion.hidden;
    if (after.phase !== 'reading' && (event.kind === 'answered' || event.kind === 'failed')) this.answered.next(after);
  }
}
