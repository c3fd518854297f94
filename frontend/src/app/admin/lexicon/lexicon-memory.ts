import { Injectable, inject } from '@angular/core';
import type { LexiconChanges } from '../../api/admin-model';
import { PersonalSettings } from '../../core/personal-settings';

/** Words that an admin has begun to change: as they are written, and as they were. */
export interface BegunWords {
  readonly written: LexiconChanges;
  readonly before: LexiconChanges;
}

const KEY = 'desk.lexicon';

/** Words that were begun, kept in this browser until they are saved or discarded. */
@Injectable({ providedIn: 'root' })
export class LexiconMemory {
  private readonly settings = inject(PersonalSettings);

  /** Null when nothing was begun, or it cannot be read. */
  read(): BegunWords | null {
    try {
      const { written, before } = JSON.parse(this.settings.read(KEY) ?? '{}') as Partial<BegunWords>;
      return areWords(written) && areWords(before) ? { written, before } : null;
    } catch {
      return null;
    }
  }

  write(begun: BegunWords | null): void {
    this.settings.write(KEY, begun && JSON.stringify(begun));
  }
}

function areWords(words: LexiconChanges | undefined): words is LexiconChanges {
  if (!words || ![words.terms, words.off, words.urgency].every((list) => Array.isArray(list))) return false;
  return (
    words.off.every((term) => typeof term === 'string') &&
    words.terms.every(({ term, category }) => typeof term === 'string' && typeof category === 'string') &&
    words.urgency.every(({ term, weight }) => typeof term === 'string' && typeof weight === 'number')
  );
}
