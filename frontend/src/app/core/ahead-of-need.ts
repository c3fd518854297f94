import { Injectable, Injector, effect, inject } from '@angular/core';
import { type PreloadingStrategy, type Route } from '@angular/router';
import { EMPTY, type Observable, catchError, defer, switchMap } from 'rxjs';
import { PageList } from './page-list';
import { whenIdle } from './when-idle';

/**
 * Fetches the routes marked `data: { ahead: true }` before anybody goes there: once no list is on its way and the browser
 * has nothing else to do. Those marked `ahead: 'list'` only where a list is shown: not while somebody signs in, who needs
 * that list first. What does not come is asked for again when it is needed.
 */
@Injectable({ providedIn: 'root' })
export class AheadOfNeed implements PreloadingStrategy {
  private readonly injector = inject(Injector);
  private readonly list = inject(PageList);

  preload({ data }: Route, load: () => Observable<unknown>): Observable<unknown> {
    const ahead: unknown = data?.['ahead'];
    if (!ahead || (ahead === 'list' && !this.list.isShown())) return EMPTY;
    return defer(() => this.rest()).pipe(
      // Browsers remember for as long as the page stands what they could not fetch.
      switchMap(() => (navigator.onLine ? load() : EMPTY)),
      catchError(() => EMPTY),
    );
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const once = effect(
        () => {
          if (!this.list.settled()) return;
          once.destroy();
          whenIdle(resolve);
        },
        { injector: this.injector },
      );
    });
  }
}
