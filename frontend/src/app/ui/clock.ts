import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const TICK_MS = 20_000;

/** The current time as a signal, fresh enough for ages in minutes. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly time = signal(Date.now());
  readonly now = this.time.asReadonly();

  constructor() {
    const timer = setInterval(() => this.time.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
