import { Injectable, inject } from '@angular/core';
import type { Priority } from '../../api/model';
import { PersonalSettings } from '../../core/personal-settings';
import { PRIORITIES } from '../../ui/vocabulary';
import type { RequesterEntry } from '../requester/requester-entry';

/** What a person has written and chosen so far; not what the desk proposed. */
export interface Draft {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: Priority | '';
  /** Left out while nobody is named. */
  readonly requester?: RequesterEntry;
}

const KEY = 'desk.new-ticket';

/** A person's unfinished ticket, kept in this browser until it is created or discarded; nobody else is shown it. */
@Injectable({ providedIn: 'root' })
export class TicketDraft {
  private readonly settings = inject(PersonalSettings);

  /** Null when there is none, or none that can be read. */
  read(): Draft | null {
    try {
      return fromStorage(JSON.parse(this.settings.read(KEY) ?? 'null'));
    } catch {
      return null;
    }
  }

  /** An empty ticket is no draft. */
  write(draft: Draft): void {
    this.settings.write(KEY, isEmpty(draft) ? null : JSON.stringify(draft));
  }

  clear(): void {
    this.settings.write(KEY, null);
  }
}

function isEmpty({ title, description, category, priority, requester = '' }: Draft): boolean {
  return title.trim() === '' && description.trim() === '' && [category, priority, requester].every((one) => one === '');
}

function fromStorage(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts = value as Partial<Record<keyof Draft, unknown>>;
  const text = (part: unknown) => (typeof part === 'string' ? part : '');
  const draft: Draft = {
    title: text(parts.title),
    description: text(parts.description),
    category: text(parts.category),
    priority: PRIORITIES.find((priority) => priority === parts.priority) ?? '',
    ...requesterFrom(parts.requester),
  };
  return isEmpty(draft) ? null : draft;
}

function requesterFrom(kept: unknown): Pick<Draft, 'requester'> {
  if (typeof kept === 'string' && kept !== '') return { requester: kept };
  if (typeof kept !== 'object' || kept === null) return {};
  const { id, name, address } = kept as Partial<Record<'id' | 'name' | 'address', unknown>>;
  if (typeof id !== 'number' || typeof name !== 'string') return {};
  return { requester: { id, name, address: typeof address === 'string' ? address : null } };
}
