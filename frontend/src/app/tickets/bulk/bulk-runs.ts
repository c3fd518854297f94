import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { type Subscription, catchError, of, switchMap, timer } from 'rxjs';
import { AdminBulkApi } from '../../api/admin-bulk-api';
import type { BulkRun } from '../../api/admin-model';
import { TicketStore } from '../../api/ticket-store';
import { Notifications } from '../../core/notifications';
import { WholeList } from '../../kit/list/whole-list';
import { isOver, outcomeWords } from './run-words';

const EVERY_MS = 1_000;

/**
 * The changes of many tickets: the one that is followed, and those before it. Following goes on while the person is on
 * another page, which is then told when it is over. Provided by the admin section.
 */
@Injectable()
export class BulkRuns extends WholeList<BulkRun> {
  private readonly api: AdminBulkApi;
  private readonly destroyed = inject(DestroyRef);
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
    this.following = timer(EVERY_MS, EVERY_MS)
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
