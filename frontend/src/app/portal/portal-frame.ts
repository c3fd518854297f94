import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, fromEvent, map, skip } from 'rxjs';
import { Notifications } from '../core/notifications';
import { PageFocus } from '../core/page-focus';
import { PageTitle } from '../core/page-title';
import { Mark } from '../core/shell/mark';
import { Banner } from '../ui/banner';
import { CustomerFace } from '../ui/customer-face';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { PortalDesk } from './portal-desk';
import { PortalSession } from './portal-session';

/** What stands around every page of the portal: the desk's name and who is signed in. Nothing of the desk itself. */
@Component({
  selector: 'desk-portal-frame',
  imports: [
    Banner,
    CustomerFace,
    EmptyState,
    ErrorState,
    Mark,
    MatButton,
    MatIcon,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    RouterOutlet,
  ],
  templateUrl: './portal-frame.html',
  styleUrl: './portal-frame.scss',
  host: { '[class.bare]': 'bare()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PortalFrame {
  private readonly injector = inject(Injector);
  private readonly notifications = inject(Notifications);
  private readonly pageFocus = inject(PageFocus);
  private readonly router = inject(Router);
  protected readonly desk = inject(PortalDesk);
  protected readonly session = inject(PortalSession);
  private readonly ends = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
  private readonly address = toSignal(this.ends.pipe(map(({ urlAfterRedirects }) => urlAfterRedirects)), {
    initialValue: this.router.url,
  });
  /** On a phone the page has a bar of its own in place of the header. */
  protected readonly bare = computed(() => /\/(tickets\/|write)/.test(this.address()));

  constructor() {
    this.nameTitle(inject(PageTitle));
    this.moveFocus();
    // Whoever signs in does it by a mail, which may open another tab.
    fromEvent(window, 'focus')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.session.lookAgain());
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.pageFocus.focusMain();
  }

  protected signInAgain(): void {
    this.session.remember(this.router.url);
    void this.router.navigateByUrl('/portal/sign-in');
  }

  protected signOut(): void {
    this.session.leave().subscribe({
      next: () => void this.router.navigateByUrl('/portal/sign-in'),
      error: (error: unknown) => this.notifications.showError('You are still signed in', error),
    });
  }

  private nameTitle(title: PageTitle): void {
    effect(() => {
      const name = this.desk.name();
      if (name) title.call(name);
    });
    inject(DestroyRef).onDestroy(() => title.call());
  }

  /** After a move to another page the focus goes to its heading. */
  private moveFocus(): void {
    this.ends
      .pipe(skip(this.router.navigated ? 0 : 1), takeUntilDestroyed())
      .subscribe(() => afterNextRender(() => this.pageFocus.focusMain(), { injector: this.injector }));
  }
}
