import { Injectable, inject } from '@angular/core';
import type { Ticket } from '../../api/model';
import { PersonalSettings } from '../../core/personal-settings';

/** What a customer wrote, as an agent may correct it. */
export type Texts = Pick<Ticket, 'title' | 'description'>;

/** A correction that a person has begun: what they have written, and what stood there when they began. */
export interface TextDraft {
  readonly texts: Texts;
  readonly base: Texts & Pick<Ticket, 'version'>;
}

/** Corrections that were begun, kept in this browser until they are saved or discarded; nobody else is shown them. */
@Injectable({ providedIn: 'root' })
export class TextDrafts {
  private readonly settings = inject(PersonalSettings);

  /** Null when there is none, or none that can be read. */
  read(ticket: number): TextDraft | null {
    try {
      return fromStorage(JSON.parse(this.settings.read(keyOf(ticket)) ?? 'null'));
    } catch {
      return null;
    }
  }

  write(ticket: number, draft: TextDraft): void {
    this.settings.write(keyOf(ticket), JSON.stringify(draft));
  }

  clear(ticket: number): void {
    this.settings.write(keyOf(ticket), null);
  }
}

function keyOf(ticket: number): string {
  return `desk.correction.${ticket}`;
}

function fromStorage(value: unknown): TextDraft | null {
  const { texts, base } = (value ?? {}) as Partial<Record<keyof TextDraft, unknown>>;
  if (!isTexts(texts) || !isTexts(base)) return null;
  const { version } = base as Partial<TextDraft['base']>;
  return typeof version === 'number' ? { texts, base: { ...base, version } } : null;
}

function isTexts(value: unknown): value is Texts {
  const { title, description } = (value ?? {}) as Partial<Record<keyof Texts, unknown>>;
  return typeof title === 'string' && typeof description === 'string';
}
