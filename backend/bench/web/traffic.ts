import { setTimeout } from 'node:timers/promises';
import type { Page, Request } from '@playwright/test';

/** Longer than the page itself waits before it asks for more. */
const QUIET_MS = 450;

/** The requests of a page that come to an end: tells when none has been under way for a while. */
export class Traffic {
  readonly #page: Page;
  #underWay = 0;
  #last = performance.now();

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => this.#changed(1, request));
    page.on('requestfinished', (request) => this.#changed(-1, request));
    page.on('requestfailed', (request) => this.#changed(-1, request));
  }

  /** Waits until what was asked for is here and the browser rests. */
  async settled(): Promise<void> {
    for (;;) {
      const left = this.#underWay > 0 ? QUIET_MS : this.#last + QUIET_MS - performance.now();
      if (left <= 0) break;
      await setTimeout(left);
    }
    await this.#page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
  }

  #changed(by: number, request: Request): void {
    // What is told as it happens is never complete.
    if (request.resourceType() === 'eventsource') return;
    this.#underWay = Math.max(0, this.#underWay + by);
    this.#last = performance.now();
  }
}
