import { Injectable, signal } from '@angular/core';
import type { Stats } from '../api/model';

/** The figures seen last, so that coming back to the page shows them while they are asked again. */
@Injectable({ providedIn: 'root' })
export class LastFigures {
  private readonly seen = signal<Stats | null>(null);
  readonly stats = this.seen.asReadonly();

  remember(stats: Stats): void {
    this.seen.set(stats);
  }
}
