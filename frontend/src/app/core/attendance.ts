import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';

/** Whoever does nothing with the page for so long may have gone. */
export const ATTENDED_MS = 60_000;

/** Knows whether somebody is at the page, by what they do with it. */
@Injectable({ providedIn: 'root' })
export class Attendance {
  private seenAt = Date.now();

  constructor() {
    const document = inject(DOCUMENT);
    const gone = new AbortController();
    const seen = () => (this.seenAt = Date.now());
    // What is dictated, or pasted from a menu of the browser, is an input alone.
    for (const deed of ['click', 'input', 'keydown', 'pointerdown', 'wheel'])
      document.addEventListener(deed, seen, { capture: true, passive: true, signal: gone.signal });
    inject(DestroyRef).onDestroy(() => gone.abort());
  }

  get isSure(): boolean {
    return Date.now() - this.seenAt < ATTENDED_MS;
  }
}
