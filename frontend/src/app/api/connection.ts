import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { Subject } from 'rxjs';
import { HealthApi } from './health-api';
import type { ProblemError } from './problem-error';

/** How long after a failure the desk is looked for, doubled each time it is not there. */
const FIRST_LOOK_MS = 5_000;
const LONGEST_MS = 60_000;

/**
 * The line to the desk. It is down from the first call that nobody answered until one is answered; meanwhile the desk
 * is looked for now and then, so that nothing stays out of date once it is back.
 */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly health = inject(HealthApi);
  private readonly returned = new Subject<void>();
  private down = false;
  private delay = FIRST_LOOK_MS;
  private upSince = -LONGEST_MS;
  private look: ReturnType<typeof setTimeout> | undefined;

  /** Emits when the line is back: a call was answered after one that was not, or the browser says it is online again. */
  readonly back = this.returned.asObservable();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const online = () => this.restore();
    window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      window?.removeEventListener('online', online);
      clearTimeout(this.look);
    });
  }

  /** A call was answered, with whatever. */
  answered(): void {
    if (this.down) this.restore();
  }

  /** A call failed. */
  failed(problem: ProblemError): void {
    if (!problem.outOfReach) {
      this.answered();
    } else if (!this.down) {
      // A line that does not hold is asked less and less often.
      if (Date.now() - this.upSince > LONGEST_MS) this.delay = FIRST_LOOK_MS;
      this.down = true;
      this.lookLater();
    }
  }

  private restore(): void {
    this.down = false;
    this.upSince = Date.now();
    clearTimeout(this.look);
    this.returned.next();
  }

  private lookLater(): void {
    clearTimeout(this.look);
    this.look = setTimeout(() => {
      // Its answer is told here like that of every call.
      this.health.ready().subscribe({ error: () => this.down && this.lookLater() });
    }, this.delay);
    this.delay = Math.min(2 * this.delay, LONGEST_MS);
  }
}
