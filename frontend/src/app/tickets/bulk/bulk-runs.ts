import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { type Subscription, auditTime, catchError, filter, merge, of, switchMap, timer } from 'rxjs';
import { AdminBulkApi } from '../../api/admin-bulk-api';
import type { BulkRun } from '../../api/admin-model';
import { Live } from '../../api/live/live';
import { TicketStore } from '../../api/ticket-store';
import { Notifications } from '../../core/notifications';
import { WholeList } from '../../kit/list/whole-list';
import { isOver, outcomeWords } from './run-words';

const EVERY_MS = 1_000;
/** While the desk tells by itself how far it is, it is asked only every so many turns. */
const SELDOM = 5;
/** What is told in a burst is looked at once. */
const GATHER_MS = 250;

/**
 * The changes of many tickets: the one that is followed, and those before it. Following goes on while the person is on
 * another page, which is then told when it is over. Provided by the admin section.
 */
@Injectable()
export class BulkRuns extends WholeList<BulkRun> {
  private readonly api: AdminBulkApi;
  private readonly destroyed = inject(DestroyRef);
  private readonly live = inject(Live);
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);
  private readonly store = inject(TicketStore);

  private readonly followed = signal<BulkRun | null>(null);
  /** Its progress could not be read the last time. */
  private readonly out = signal(false);
  private following: Subscription | undefined;

  /** The one being followed, also when it is over, until it is put away. */
  readonly current = this.followed.asReadonly();
  readonly outOfTouch = this.out.asReadonly();

  constructor() {
    const api = inject(AdminBulkApi);
    super(api.recent());
    this.api = api;
    // One that was started before, or by someone else, is followed as well.
    effect(() => {
      const running = this.items().find((run) => !isOver(run));
      if (running && !untracked(this.followed)) untracked(() => this.watch(running));
    });
    this.told((id) => id !== this.followed()?.id)
      .pipe(auditTime(EVERY_MS), takeUntilDestroyed())
      .subscribe(() => this.reload());
  }

  /** Follows a run from now on, in place of the one before. */
  watch(run: BulkRun): void {
    this.following?.unsubscribe();
    this.out.set(false);
    this.followed.set(run);
    if (isOver(run)) {
      this.over();
      return;
    }
    const looks = timer(EVERY_MS, EVERY_MS).pipe(
      filter((turn) => this.live.state() !== 'on' || (turn + 1) % SELDOM === 0),
    );
    this.following = merge(looks, this.told((id) => id === run.id).pipe(auditTime(GATHER_MS)))
      .pipe(
        switchMap(() => this.api.fetch(run.id).pipe(catchError(() => of(null)))),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe((now) => this.learn(now));
  }

  /** Puts away what is over. */
  dismiss(): void {
    this.following?.unsubscribe();
    this.followed.set(null);
  }

  /** The desk tells by itself that a run has come further. */
  private told(concerns: (id: string) => boolean) {
    return this.live.events.pipe(filter((event) => event.kind === 'bulk_run.changed' && concerns(event.id)));
  }

  /** Lists and open tickets show what it did. */
  private over(): void {
    this.reload();
    this.store.tellMany();
  }

  private learn(now: BulkRun | null): void {
    this.out.set(now === null);
    if (!now) return;
    this.followed.set(now);
    if (!isOver(now)) return;
    this.following?.unsubscribe();
    this.over();
    if (this.router.url.startsWith('/admin/')) return;
    const see = { label: 'See', run: () => void this.router.navigateByUrl('/admin/tickets/runs') };
    this.notifications.show(outcomeWords(now), see);
  }
}
