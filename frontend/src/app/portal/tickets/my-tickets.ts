import { ChangeDetectionStrategy, Component, Injector, afterNextRender, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { PortalTicketRow } from '../../api/portal-model';
import { fullTime } from '../../ui/age-words';
import { Banner } from '../../ui/banner';
import { Clock } from '../../ui/clock';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { isSolved, statusWords } from '../status-words';
import { whenWords } from '../when-words';
import { OwnTickets } from './own-tickets';

/** What a customer has asked, and beside it the ticket that they read; on a phone one after the other. */
@Component({
  selector: 'desk-my-tickets',
  imports: [
    Banner,
    EmptyState,
    ErrorState,
    MatButton,
    MatIcon,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    Skeleton,
    TryAgain,
  ],
  providers: [OwnTickets],
  templateUrl: './my-tickets.html',
  styleUrl: './my-tickets.scss',
  host: { '[class.reading]': 'reading()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyTickets {
  private readonly clock = inject(Clock);
  private readonly injector = inject(Injector);
  protected readonly tickets = inject(OwnTickets);
  /** A ticket stands beside. */
  protected readonly reading = signal(false);
  protected readonly rows = computed(() => this.tickets.rows()?.map((row) => this.shown(row)));
  /** Told once all of them are known. */
  protected readonly unsolved = computed(() =>
    this.tickets.hasMore() ? 0 : (this.tickets.rows()?.filter(({ status }) => !isSolved(status)).length ?? 0),
  );

  /** The one that is read is seen among many, which scroll beside it. */
  protected reveal(link: HTMLElement, isCurrent: boolean): void {
    const scroll = () => link.scrollIntoView({ block: 'nearest' });
    if (isCurrent) afterNextRender(scroll, { injector: this.injector });
  }

  private shown(row: PortalTicketRow) {
    const at = Date.parse(row.updated_at);
    return {
      ...row,
      state: statusWords(row),
      when: whenWords(at, this.clock.now()),
      full: fullTime(at),
    };
  }
}
