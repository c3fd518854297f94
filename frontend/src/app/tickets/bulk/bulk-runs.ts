import { Injectable, type Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { AdminBulkApi } from '../../api/admin-bulk-api';
import type { BulkRun } from '../../api/admin-model';
import { TicketStore } from '../../api/ticket-store';
import { Notifications } from '../../core/notifications';
import { WholeList } from '../../kit/list/whole-list';
import { isOver, outcomeWords } from './run-words';

/**
 * The changes of many tickets: the one that is followed, and those before it. Following goes on while the person is on
 * another page, which is then told when it is over. Provided by the admin section.
 */
@Injectable()
export class BulkRuns extends WholeList<BulkRun> {
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);
  private readonly store = inject(TicketStore);

  private readonly followed = signal<BulkRun | null>(null);

  /** The one being followed, also when it is over, until it is put away. */
  readonly current = this.followed.asReadonly();
  /** Its progress could not be read the last time. */
  readonly outOfTouch: Signal<boolean>;

  constructor() {
    super(inject(AdminBulkApi).recent());
    this.outOfTouch = computed(() => this.error() !== undefined);
    effect(() => {
      const runs = this.items();
      untracked(() => this.learn(runs));
    });
  }

  /** Follows a run from now on, in place of the one before. */
  watch(run: BulkRun): void {
    this.followed.set(run);
    this.reload();
    if (isOver(run)) this.store.tellMany();
  }

  /** Puts away what is over. */
  dismiss(): void {
    this.followed.set(null);
  }

  /** One that was started before, or by someone else, is followed as well. */
  private learn(runs: readonly BulkRun[]): void {
    const before = this.followed();
    const now = runs.find((run) => (before ? run.id === before.id : !isOver(run)));
    if (!now) return;
    this.followed.set(now);
    if (before && !isOver(before) && isOver(now)) this.tellEnd(now);
  }

  private tellEnd(run: BulkRun): void {
    // Lists and open tickets show what it did.
    this.store.tellMany();
    if (this.router.url.startsWith('/admin/')) return;
    const see = { label: 'See', run: () => void this.router.navigateByUrl('/admin/tickets/runs') };
    this.notifications.show(outcomeWords(run), see);
  }
}
