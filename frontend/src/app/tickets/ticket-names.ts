import { Injectable, computed, inject } from '@angular/core';
import { Categories } from '../api/categories';
import { People } from '../api/people';
import { Session } from '../core/session';
import { isolated } from '../ui/isolated';
import { mentionNames } from './conversation/mention/mention-marks';

/** The words for what a ticket names by key or number only, and who reads them. */
export interface Names {
  category(key: string): string;
  person(id: number): string;
  /** The reader's own number; null while nobody is signed in. */
  me(): number | null;
  /** Whether somebody may not sign in any more; who is not known yet counts as such. */
  hasLeft(id: number): boolean;
}

/** The names as the desk has them now, fit for sentences. Each reads a signal. */
@Injectable({ providedIn: 'root' })
export class TicketNames implements Names {
  private readonly categories = inject(Categories);
  private readonly people = inject(People);
  private readonly session = inject(Session);

  /** By which names a note may mention people. */
  readonly mentionable = computed(() => mentionNames(this.people.all()));

  category(key: string): string {
    return isolated(this.categories.label(key));
  }

  person(id: number): string {
    return isolated(this.people.name(id));
  }

  hasLeft(id: number): boolean {
    return this.people.person(id)?.active !== true;
  }

  /** Asks again for what could not be loaded, and for categories that may have changed. */
  retry(): void {
    this.categories.refresh();
    for (const list of [this.categories, this.people]) if (list.error()) list.reload();
  }

  me(): number | null {
    return this.session.user()?.id ?? null;
  }
}
