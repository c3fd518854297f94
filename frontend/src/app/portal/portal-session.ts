import { Injectable, computed, inject, signal } from '@angular/core';
import { type Observable, catchError, firstValueFrom, map, of, tap, throwError } from 'rxjs';
import { PortalApi } from '../api/portal-api';
import type { PortalCustomer } from '../api/portal-model';
import { problemOf } from '../api/problem-error';
import { PageLoad } from '../core/page-load';
import { StoredSetting } from '../core/stored-setting';

/** Where somebody wanted to go who was sent to sign in: the link of the mail may open in another tab. */
const WANTED = 'desk.portal.wanted';
const HOME = '/portal/tickets';

/**
 * Which customer is signed in. When a session ends while somebody works, they stay `customer`: what they have on the screen
 * is still theirs.
 */
@Injectable()
export class PortalSession {
  private readonly api = inject(PortalApi);
  private readonly pageLoad = inject(PageLoad);
  private readonly wanted = new StoredSetting(WANTED);
  private readonly who = signal<PortalCustomer | null>(null);
  private readonly over = signal(false);

  readonly customer = this.who.asReadonly();
  /** It ended while this page was used. */
  readonly ended = computed(() => this.over() && this.who() !== null);

  /** Whether somebody is signed in; undefined where that cannot be found out. */
  isSignedIn(): Promise<boolean | undefined> {
    if (this.who()) return Promise.resolve(true);
    return firstValueFrom(this.ask());
  }

  /** Looks who is signed in by now: another tab shares the session. Nobody goes on in the name of somebody else. */
  lookAgain(): void {
    const before = this.who();
    if (!before) return;
    this.ask().subscribe((signedIn) => {
      if (signedIn === false) this.end();
      else if (this.who()?.address !== before.address) this.pageLoad.go(HOME);
    });
  }

  begin(token: string): Observable<PortalCustomer> {
    return this.api.signIn(token).pipe(tap((customer) => this.know(customer)));
  }

  /** The desk does not know the session any more. */
  end(): void {
    this.over.set(true);
  }

  /** One that was over already counts as ended. */
  leave(): Observable<unknown> {
    return this.api.signOut().pipe(
      catchError((error: unknown) => (problemOf(error)?.status === 401 ? of(null) : throwError(() => error))),
      tap(() => this.who.set(null)),
    );
  }

  /** Whoever signs in next comes there. */
  remember(address: string): void {
    this.wanted.write(address);
  }

  /** Where somebody goes who has signed in; told once. */
  takeWanted(): string {
    const address = this.wanted.read();
    this.wanted.write(null);
    return address?.startsWith('/portal/') ? address : HOME;
  }

  private ask(): Observable<boolean | undefined> {
    return this.api.me().pipe(
      tap((customer) => customer && this.know(customer)),
      map((customer) => customer !== null),
      // As versions of the desk before say it.
      catchError((error: unknown) => of(problemOf(error)?.status === 401 ? false : undefined)),
    );
  }

  private know(customer: PortalCustomer): void {
    this.who.set(customer);
    this.over.set(false);
  }
}
