import { Injectable, computed, effect, signal } from '@angular/core';
import { mediaSignal } from './media';
import { StoredSetting } from './stored-setting';

export type Scheme = 'light' | 'dark';

/** The system's theme, until a person chooses the other one. `public/theme.js` applies the choice before the first paint. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly stored = new StoredSetting('desk.theme');
  private readonly systemIsDark = mediaSignal('(prefers-color-scheme: dark)');
  private readonly chosen = signal<Scheme | null>(schemeOrNull(this.stored.read()));

  /** Null while it follows the system. */
  readonly choice = this.chosen.asReadonly();
  readonly scheme = computed<Scheme>(() => this.chosen() ?? (this.systemIsDark() ? 'dark' : 'light'));

  constructor() {
    effect(() => {
      const choice = this.chosen();
      if (choice) document.documentElement.dataset['theme'] = choice;
      else delete document.documentElement.dataset['theme'];
      this.stored.write(choice);
    });
  }

  /** Choosing what the system has anyway goes back to following it. */
  toggle(): void {
    const wanted: Scheme = this.scheme() === 'dark' ? 'light' : 'dark';
    const system: Scheme = this.systemIsDark() ? 'dark' : 'light';
    this.choose(wanted === system ? null : wanted);
  }

  /** Null follows the system. */
  choose(scheme: Scheme | null): void {
    this.chosen.set(scheme);
  }
}

function schemeOrNull(value: string | null): Scheme | null {
  return value === 'light' || value === 'dark' ? value : null;
}
