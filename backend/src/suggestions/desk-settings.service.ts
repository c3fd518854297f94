import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { DeskEventBus } from '../events/desk-event-bus.ts';
import { DeskSettingsRepository, type StoredSettings } from './desk-settings.repository.ts';
import { SHIPPED, type SuggestionSettings, effective } from './domain/desk-settings.ts';

/** What another process has changed is heard of after so many milliseconds at the latest. */
const STALE_MS = 2_000;

/**
 * How the desk is set to suggest. Every request asks, so what was read is kept for two seconds; a change of this process
 * counts at once. Nobody is told by the database: that needs a connection of its own, and does not come through a pool.
 */
@Injectable()
export class DeskSettings {
  private kept: { readonly settings: Promise<StoredSettings>; readonly readAt: number } | null = null;

  constructor(
    private readonly repository: DeskSettingsRepository,
    private readonly environment: Settings,
    events: DeskEventBus,
  ) {
    events.on('settings_changed', () => {
      this.kept = null;
    });
  }

  async current(): Promise<SuggestionSettings> {
    return this.inEffect(await this.stored());
  }

  /** What is in effect with a row. */
  inEffect(stored: StoredSettings): SuggestionSettings {
    const { suggestions, suggestionsSaid: said } = this.environment;
    const environment = { ...SHIPPED, ...suggestions };
    return { ...stored, ...effective(stored.set, environment), environment, said };
  }

  private stored(): Promise<StoredSettings> {
    const now = performance.now();
    if (!this.kept || now - this.kept.readAt > STALE_MS) {
      const settings = this.repository.read();
      this.kept = { settings, readAt: now };
      // Who asks next tries again.
      settings.catch(() => {
        this.kept = null;
      });
    }
    return this.kept.settings;
  }
}
