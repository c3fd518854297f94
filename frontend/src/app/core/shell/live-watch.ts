import { DestroyRef, EnvironmentInjector, Injectable, afterNextRender, effect, inject } from '@angular/core';
import { Live } from '../../api/live/live';
import type { LiveLine } from '../../api/live/live-line';
import { Session } from '../session';
import { whenIdle } from '../when-idle';

/**
 * Listens to what happens on the desk as long as the shell stands around somebody who is signed in. The line is fetched when
 * the page is on the screen and the browser has nothing else to do. Provided by the shell.
 */
@Injectable()
export class LiveWatch {
  private readonly injector = inject(EnvironmentInjector);
  private readonly live = inject(Live);
  private line: LiveLine | undefined;
  private over = false;

  constructor() {
    const session = inject(Session);
    inject(DestroyRef).onDestroy(() => {
      this.over = true;
      this.line?.stop();
    });
    afterNextRender(() => whenIdle(() => void this.fetch()));
    // Who had to sign in again wants the line back at once.
    effect(() => {
      if (session.user()) this.line?.resume();
    });
  }

  private async fetch(): Promise<void> {
    if (!navigator.onLine) return;
    try {
      const { LiveLine } = await import('../../api/live/live-line');
      this.begin(this.injector.get(LiveLine));
    } catch (error) {
      // The desk works without; the header says so.
      this.live.become('off', null);
      console.error(error);
    }
  }

  /** Unless the shell has gone meanwhile. */
  private begin(line: LiveLine): void {
    if (this.over) return;
    this.line = line;
    line.start();
  }
}
