import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Lets a person see at once that something was heard, before what takes longer begins. */
@Injectable({ providedIn: 'root' })
export class NextPaint {
  private readonly document = inject(DOCUMENT);

  /** Runs this right after the next paint; at once while nothing is painted. */
  after(run: () => void): void {
    if (this.document.hidden) run();
    else requestAnimationFrame(() => setTimeout(run));
  }
}
