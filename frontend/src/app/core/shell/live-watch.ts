import { DestroyRef, EnvironmentInjector, Injectable, afterNextRender, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { merge } from 'rxjs';
import { Connection } from '../../api/connection';
import { Live } from '../../api/live/live';
import type { LiveLine } from '../../api/live/live-line';
import { Session } from '../session';
import { whenIdle } from '../when-idle';

/** What could not be fetched is fetched again after this time, or when the browser is online again, or somebody asks for it. */
const AGAIN_MS = 30_000;

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
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const session = inject(Session);
    inject(DestroyRef).onDestroy(() => {
      this.over = true;
      clearTimeout(this.again);
      this.line?.stop();
    });
    afterNextRender(() => whenIdle(() => void this.fetch()));
    merge(inject(Connection).back, this.live.wanted)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        // Before the first try it is not missed.
        if (this.live.state() === 'off') void this.fetch();
      });
    // Who had to sign in again wants the line back at once.
    effect(() => {
      if (session.user()) this.line?.resume();
    });
  }

  /** The line itself comes with its code. */
  protected async load(): Promise<LiveLine> {
    const { LiveLine } = await import('../../api/live/live-line');
    return this.injector.get(LiveLine);
  }

  private async fetch(): Promise<void> {
    if (this.line || this.over) return;
    clearTimeout(this.again);
    try {
      // Some browsers remember for as long as the page stands what they could not fetch.
      if (navigator.onLine) this.begin(await this.load());
      else this.live.become('off', null);
    } catch (error) {
      console.error(error);
      this.fetchLater();
    }
  }

  /** The desk works without; the header says so. */
  private fetchLater(): void {
    if (this.over) return;
    this.live.become('off', null);
    this.again = setTimeout(() => void this.fetch(), AGAIN_MS);
  }

  /** Unless the shell has gone meanwhile. */
  private begin(line: LiveLine): void {
    if (this.over || this.line) return;
    this.line = line;
    line.start();
  }
}
