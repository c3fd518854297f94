import { signal } from '@angular/core';

/** Whoever has not typed for so long is not writing any more. */
export const TYPING_MS = 8_000;

/** Whether somebody types; it ends by itself. */
export class Typing {
  private readonly typed = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly now = this.typed.asReadonly();

  /** Something was typed. */
  note(): void {
    clearTimeout(this.timer);
    this.typed.set(true);
    this.timer = setTimeout(() => this.typed.set(false), TYPING_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.typed.set(false);
  }
}
