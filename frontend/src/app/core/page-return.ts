import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { Subject } from 'rxjs';

const RECHECK_MS = 60_000;

/** Tells when a person looks at the page again and much may have happened meanwhile. */
@Injectable({ providedIn: 'root' })
export class PageReturn {
  private readonly document = inject(DOCUMENT);
  private readonly returned = new Subject<void>();
  private lookedAt = Date.now();

  /** Emits when the tab is looked at more than a minute after the last time, and at the browser's Back. */
  readonly moments = this.returned.asObservable();

  constructor() {
    const window = this.document.defaultView;
    const onVisible = () => {
      if (this.document.visibilityState === 'visible' && Date.now() - this.lookedAt > RECHECK_MS) this.tell();
    };
    // The browser's Back may bring a page as it was left, also after signing out.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) this.tell();
    };
    this.document.addEventListener('visibilitychange', onVisible);
    window?.addEventListener('pageshow', onShow);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', onVisible);
      window?.removeEventListener('pageshow', onShow);
    });
  }

  private tell(): void {
    this.lookedAt = Date.now();
    this.returned.next();
  }
}
