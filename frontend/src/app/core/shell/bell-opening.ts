import { Injectable, signal } from '@angular/core';

/** Whether somebody has asked for what concerns them; the list may still have to come. Provided by the shell. */
@Injectable()
export class BellOpening {
  private readonly count = signal(0);
  /** How often it was asked for so far. */
  readonly asked = this.count.asReadonly();

  ask(): void {
    this.count.update((count) => count + 1);
  }
}
