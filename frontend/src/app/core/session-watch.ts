import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { AuthApi } from '../api/auth-api';
import type { Account } from '../api/model';
import { problemOf } from '../api/problem-error';
import { PageLoad } from './page-load';
import { returnAddress, signInAddress } from './return-address';
import { Session } from './session';
import { SessionTabs } from './session-tabs';
import { SignInAgain } from './sign-in-again';

const RECHECK_MS = 60_000;

/**
 * Notices that the session is another one than this page believes: another tab signed out or signed somebody in, or
 * it ended while nobody looked. Nobody goes on in another person's name.
 */
@Injectable({ providedIn: 'root' })
export class SessionWatch {
  private readonly api = inject(AuthApi);
  private readonly document = inject(DOCUMENT);
  private readonly pageLoad = inject(PageLoad);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly signInAgain = inject(SignInAgain);
  private readonly tabs = inject(SessionTabs);
  private readonly destroyRef = inject(DestroyRef);
  private checkedAt = Date.now();

  start(): void {
    this.tabs.heard.pipe(takeUntilDestroyed(this.destroyRef)).subscribe((id) => this.heardOf(id));
    const window = this.document.defaultView;
    const onVisible = () => {
      if (this.document.visibilityState === 'visible' && Date.now() - this.checkedAt > RECHECK_MS) this.recheck();
    };
    // The browser's Back may bring a page as it was left, also after signing out.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) this.recheck();
    };
    this.document.addEventListener('visibilitychange', onVisible);
    window?.addEventListener('pageshow', onShow);
    this.destroyRef.onDestroy(() => {
      this.document.removeEventListener('visibilitychange', onVisible);
      window?.removeEventListener('pageshow', onShow);
    });
  }

  private heardOf(id: number | null): void {
    const user = this.session.user();
    if (id === user?.id) this.signInAgain.doneElsewhere();
    else if (id === null) this.leave();
    else if (user) this.pageLoad.go('/');
    else this.pageLoad.go(returnAddress(this.router.parseUrl(this.router.url).queryParams['return']));
  }

  private recheck(): void {
    if (!this.session.known()) return;
    this.checkedAt = Date.now();
    this.api.me().subscribe({
      next: (account) => this.found(account),
      error: (error: unknown) => {
        if (problemOf(error)?.status === 401) this.foundNobody();
      },
    });
  }

  private found(account: Account): void {
    this.heardOf(account.id);
    if (account.id === this.session.user()?.id) this.session.update(account);
  }

  private foundNobody(): void {
    if (this.session.user()) void this.signInAgain.ask();
    else if (!isOpen(this.router.url)) this.leave();
  }

  private leave(): void {
    if (!isOpen(this.router.url)) this.pageLoad.go(signInAddress(this.router.url));
  }
}

/** Pages that need nobody to be signed in. */
function isOpen(url: string): boolean {
  return /^\/(sign-in|status)(?![^/?#])/.test(url);
}
