import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { PortalApi } from '../../api/portal-api';
import type { PortalTaken } from '../../api/portal-model';
import { Notifications } from '../../core/notifications';
import { PageTitle } from '../../core/page-title';
import { Banner } from '../../ui/banner';
import { Clock } from '../../ui/clock';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { momentWords } from '../../ui/moment-words';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { PortalDesk } from '../portal-desk';
import { isSolved } from '../status-words';
import { OwnTickets } from '../tickets/own-tickets';
import { OwnTicket } from './own-ticket';
import { PortalAnswer } from './portal-answer';
import { PortalMessageCard } from './portal-message';

/** One ticket as the customer who asked reads it, or is in copy of it: what was said, and the box to answer in. */
@Component({
  selector: 'desk-my-ticket',
  imports: [
    Banner,
    EmptyState,
    ErrorState,
    MatButton,
    MatIcon,
    MatIconButton,
    PortalAnswer,
    PortalMessageCard,
    RouterLink,
    Skeleton,
    TryAgain,
  ],
  providers: [OwnTicket],
  templateUrl: './my-ticket.html',
  styleUrl: './my-ticket.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyTicket {
  /** Its number, from the address. */
  readonly id = input.required<string>();

  private readonly announcer = inject(LiveAnnouncer);
  private readonly api = inject(PortalApi);
  private readonly clock = inject(Clock);
  private readonly notifications = inject(Notifications);
  private readonly list = inject(OwnTickets);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly desk = inject(PortalDesk);
  protected readonly own = inject(OwnTicket);

  protected readonly number = computed(() => (/^[1-9]\d{0,8}$/.test(this.id()) ? Number(this.id()) : undefined));
  protected readonly ticket = this.own.ticket;
  /** The list may know it before the ticket has come. */
  protected readonly title = computed(
    () =>
      this.ticket()?.title ?? this.list.rows()?.find(({ id }) => id === this.number())?.title ?? `Ticket #${this.id()}`,
  );
  protected readonly written = computed(() => {
    const at = this.ticket()?.created_at;
    return at === undefined ? '' : `, written ${momentWords(Date.parse(at), this.clock.now())}`;
  });
  protected readonly solved = computed(() => {
    const ticket = this.ticket();
    return ticket !== undefined && isSolved(ticket.status);
  });
  protected readonly missing = computed(() => this.number() === undefined || this.own.missing());
  protected readonly closing = signal(false);
  private readonly newest = computed(() => this.own.messages().at(-1)?.number);

  constructor() {
    const page = inject(PageTitle);
    effect(() => this.own.open(this.number()));
    effect(() => page.set(this.title()));
    inject(DestroyRef).onDestroy(() => page.set(undefined));
    this.showNewest();
  }

  protected answered({ ticket }: PortalTaken): void {
    if (ticket !== this.number()) {
      this.notifications.show(`Sent. It goes on in ticket #${ticket}`);
      this.list.reload();
      void this.router.navigate(['/portal/tickets', ticket]);
      return;
    }
    void this.announcer.announce(
      this.solved() ? 'Your answer was sent. The ticket is open again' : 'Your answer was sent',
    );
    this.readAgain();
  }

  protected close(): void {
    const number = this.number();
    if (number === undefined || this.closing()) return;
    this.closing.set(true);
    this.api.close(number).subscribe({
      next: () => {
        this.closing.set(false);
        this.notifications.show('Closed. Write an answer if it is not solved after all');
        this.readAgain();
      },
      error: (error: unknown) => {
        this.closing.set(false);
        this.notifications.showError('The ticket was not closed', error, {
          label: 'Try again',
          run: () => this.close(),
        });
      },
    });
  }

  private readAgain(): void {
    this.own.reload();
    this.list.reload();
  }

  /** What was said last is what somebody came for. */
  private showNewest(): void {
    let [ticket, shown]: [number | undefined, number | undefined] = [undefined, undefined];
    effect(() => {
      const [opened, newest] = [this.ticket()?.id, this.newest()];
      if (opened === undefined || newest === undefined) return;
      if (opened === ticket && newest !== shown && untracked(() => this.own.messages().at(-1)?.mine === false))
        void this.announcer.announce('A new answer has come');
      if (opened !== ticket || newest !== shown) this.scrollDown(opened !== ticket);
      [ticket, shown] = [opened, newest];
    });
  }

  /** A ticket that fits begins at its top. */
  private scrollDown(instantly: boolean): void {
    const scroll = () => {
      const last = [...this.host.nativeElement.querySelectorAll('desk-portal-message')].at(-1);
      last?.scrollIntoView({ block: 'nearest', behavior: instantly ? 'instant' : 'smooth' });
    };
    afterNextRender(scroll, { injector: this.injector });
  }
}
