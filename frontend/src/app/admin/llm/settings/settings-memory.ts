import { Injectable, inject } from '@angular/core';
import { PersonalSettings } from '../../../core/personal-settings';
import type { SettingsValues } from './settings-form';

/** What an admin has begun to change: what stands in the fields now, and what stood there. */
export interface BegunChange {
  readonly written: Partial<SettingsValues>;
  readonly before: Partial<SettingsValues>;
}

const KEY = 'desk.suggestion-settings';

/** Changes that were begun, kept in this browser until they are saved or discarded. */
@Injectable({ providedIn: 'root' })
export class SettingsMemory {
  private readonly settings = inject(PersonalSettings);

  /** Only what is of the kind that its field takes; nothing when nothing can be read. */
  read(like: SettingsValues): BegunChange {
    try {
      const { written, before } = JSON.parse(this.settings.read(KEY) ?? '{}') as Partial<BegunChange>;
      return { written: fitting(written, like), before: fitting(before, like) };
    } catch {
      return { written: {}, before: {} };
    }
  }

  write(change: BegunChange): void {
    const isEmpty = Object.keys(change.written).length === 0;
    this.settings.write(KEY, isEmpty ? null : JSON.stringify(change));
  }
}

function fitting(values: unknown, like: SettingsValues): Partial<SettingsValues> {
  const kinds: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(like).map(([name, value]) => [name, kindOf(value)]),
  );
  const fits = Object.entries(values ?? {}).filter(([name, value]) => kinds[name] === kindOf(value));
  return Object.fromEntries(fits);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
