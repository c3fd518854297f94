import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Subject, finalize, take, takeUntil } from 'rxjs';
import { Submission } from '../../kit/forms/submission';
import { REQUESTER_FIELDS } from '../requester/requester-entry';
import { SuggestionAsker } from './suggestion-asker';
import { TicketInProgress } from './ticket-in-progress';

/**
 * Sends the ticket in progress. Where the person left the choice to the desk and its suggestion is still to come, the
 * ticket waits for it, until the person does not want to: it can go without at once, and whoever goes on with the form
 * takes it back. A ticket is sent with a suggestion or by its person, never with mere defaults that nobody has seen.
 */
@Injectable()
export class TicketSending {
  private readonly asker = inject(SuggestionAsker);
  private readonly destroyed = inject(DestroyRef);
  private readonly submission = inject(Submission);
  private readonly ticket = inject(TicketInProgress);

  private readonly taken = new Subject<void>();
  private readonly wait = signal(false);
  private readonly withheld = signal(false);

  /** The ticket goes as soon as the suggestion is there. */
  readonly waiting = this.wait.asReadonly();
  readonly saving = this.submission.saving;
  /** It waits or is being saved: it need not be sent again. */
  readonly underWay = computed(() => this.waiting() || this.saving());
  /** It waited for a suggestion that left something to choose, or did not come: the person looks once more. */
  readonly held = computed(() => this.withheld() && ['open', 'none', 'failed'].includes(this.asker.state().phase));
  readonly failure = this.submission.failure;

  /** `done` is called when the ticket has been saved. */
  send(done: () => void): void {
    if (this.underWay()) return;
    this.withheld.set(false);
    const { title, description, requester } = this.ticket.form.controls;
    if (!this.ticket.awaitsSuggestion()) this.save(done);
    else if (this.submission.check(title, description, requester)) this.sendWhenSuggested(done);
  }

  /** What has not been chosen gets its default, and the ticket goes. */
  sendWithout(done: () => void): void {
    if (!this.waiting()) return;
    this.takeBack();
    this.ticket.fillInDefaults();
    this.save(done);
  }

  /** The person goes on with the form. */
  takeBack(): void {
    this.taken.next();
  }

  /** Nothing has gone wrong yet. */
  clear(): void {
    this.takeBack();
    this.withheld.set(false);
    this.submission.clear();
  }

  private sendWhenSuggested(done: () => void): void {
    this.wait.set(true);
    this.asker.settled
      .pipe(
        take(1),
        takeUntil(this.taken),
        takeUntilDestroyed(this.destroyed),
        finalize(() => this.wait.set(false)),
      )
      .subscribe(({ phase }) => {
        this.wait.set(false);
        if (phase === 'suggested' || this.ticket.decided()) this.save(done);
        else this.withheld.set(true);
      });
    this.asker.hurry();
  }

  private save(done: () => void): void {
    this.submission.send(this.ticket.form, () => this.ticket.create(), done, REQUESTER_FIELDS);
  }
}
