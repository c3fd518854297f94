import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { catchError, concatMap, defaultIfEmpty, finalize, from, map, of, tap, throwError } from 'rxjs';
import { AccountApi } from '../../api/account-api';
import type { AccountSession } from '../../api/model';
import { lastValue } from '../../api/last-value';
import { problemOf, readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { InUse } from '../../kit/list/in-use';
import { SteadyRows } from '../../kit/list/steady-rows';
import { ageInWords } from '../../ui/age-words';
import { Banner } from '../../ui/banner';
import { Clock } from '../../ui/clock';
import { ErrorState } from '../../ui/error-state';
import { minuteWords } from '../../ui/moment-words';
import { TryAgain } from '../../ui/try-again';
import { ListSkeleton } from '../frame/list-skeleton';
import { browserWords } from './browser-words';

/** Where a person is signed in, and how to end what they do not know. */
@Component({
  selector: 'desk-sessions-page',
  imports: [Banner, ErrorState, InUse, ListSkeleton, MatButton, MatIcon, TryAgain],
  templateUrl: './sessions-page.html',
  styleUrls: ['../frame/page.scss', '../frame/item-list.scss', './sessions-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsPage {
  private readonly api = inject(AccountApi);
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly sessions = this.api.sessions();
  protected readonly failure = computed(() => readableProblem(this.sessions.error()));
  protected readonly known = lastValue(this.sessions);
  private readonly list = viewChild(InUse);
  private readonly over = signal<ReadonlySet<string>>(new Set());
  private readonly steady = new SteadyRows(
    computed(() => this.known() ?? []),
    ({ id }) => id,
    { list: this.list, taken: this.over },
  );
  /** This browser first. */
  protected readonly rows = computed(() => {
    const all = this.steady.rows();
    return [...all.filter(({ current }) => current), ...all.filter(({ current }) => !current)].map((session) => ({
      ...session,
      browser: browserWords(session.user_agent),
      seen: ageInWords(Date.parse(session.last_seen_at), this.clock.now()),
      began: minuteWords(Date.parse(session.created_at)),
    }));
  });
  protected readonly others = computed(() => this.rows().filter(({ current }) => !current));
  protected readonly ending = signal<string | null>(null);

  protected end(session: AccountSession): void {
    if (this.ending()) return;
    this.ending.set(session.id);
    this.endOne(session.id)
      .pipe(finalize(() => this.ending.set(null)))
      .subscribe({
        complete: () => this.ended('Session ended'),
        error: (error: unknown) => this.notifications.showError('The session goes on', error),
      });
  }

  protected endOthers(): void {
    const ids = this.others().map(({ id }) => id);
    const question = {
      heading: 'End all other sessions?',
      consequences: ['Everywhere else you will have to sign in again. What is being written there may be lost.'],
      confirm: 'End all others',
      danger: false,
      run: () => from(ids).pipe(concatMap((id) => this.endOne(id))),
    };
    this.dialogs
      .confirm(question)
      .pipe(
        map(() => true),
        defaultIfEmpty(false),
      )
      .subscribe((done) => {
        // Some may have ended before one could not be.
        if (done) this.ended('All other sessions ended');
        else this.sessions.reload();
      });
  }

  /** One that is over already counts as ended. */
  private endOne(id: string) {
    return this.api.endSession(id).pipe(
      catchError((error: unknown) => (problemOf(error)?.status === 404 ? of(null) : throwError(() => error))),
      tap(() => this.over.update((all) => new Set([...all, id]))),
    );
  }

  private ended(message: string): void {
    this.notifications.show(message);
    this.sessions.reload();
    // The button is about to go.
    this.heading().nativeElement.focus();
  }
}
