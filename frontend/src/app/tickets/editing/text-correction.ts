import { Injectable, inject } from '@angular/core';
import { type Observable, concatMap, from, last, map, of, takeWhile, tap } from 'rxjs';
import type { Ticket } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import { corrected } from '../../ui/written';
import { ConflictQuestion } from './conflict-question';
import { type Settlement, saveOver, standing } from '../../kit/forms/overtaken';
import type { Texts } from './text-drafts';

export type TextField = keyof Texts;

const FIELDS: readonly TextField[] = ['title', 'description'];

/**
 * Corrects what a customer wrote. A text that someone else has changed meanwhile is asked about; what else they changed is
 * no conflict. What was corrected can be taken back.
 */
@Injectable({ providedIn: 'root' })
export class TextCorrection {
  private readonly api = inject(TicketsApi);
  private readonly conflict = inject(ConflictQuestion);
  private readonly notifications = inject(Notifications);
  private readonly undo = inject(Undo);

  /**
   * Gives a ticket these texts; `seen` is what the person saw when they began. Emits the ticket as it is then; completes
   * without when the person left it open which text shall stand.
   */
  correct(seen: Ticket, texts: Texts, undoing = false): Observable<Ticket> {
    const wanted = new Map(
      FIELDS.map((field) => [field, corrected(texts[field], seen[field], field === 'title')] as const).filter(
        ([field, text]) => text !== seen[field],
      ),
    );
    if (wanted.size === 0) return of(seen);
    return saveOver(seen, {
      save: (base) => this.api.update(base.id, Object.fromEntries(wanted), base.version),
      fetch: ({ id }) => this.api.fetch(id),
      settle: (now) => this.settle(wanted, seen, now),
    }).pipe(tap((saved) => this.tell(seen, saved, [...wanted.keys()], undoing)));
  }

  /** What the person gives up is wanted no more. */
  private settle(wanted: Map<TextField, string>, seen: Ticket, now: Ticket): Observable<Settlement> {
    return from([...wanted]).pipe(
      concatMap(([field, text]) => this.stays(now, field, { mine: text, before: seen[field] })),
      map((stays) => {
        if (stays === null) return 'leave' as const;
        if (!stays.keeps) wanted.delete(stays.field);
        return wanted.size > 0 ? ('save' as const) : ('done' as const);
      }),
      // One left open leaves all of it open, and the other is not asked about.
      takeWhile((settlement) => settlement !== 'leave', true),
      last(),
    );
  }

  /** Whether the text is still wanted; null when the person does not say. */
  private stays(
    now: Ticket,
    field: TextField,
    { mine, before }: { mine: string; before: string },
  ): Observable<{ field: TextField; keeps: boolean } | null> {
    const stands = standing(mine, before, now[field]);
    if (stands !== 'conflict') return of({ field, keeps: stands === 'mine' });
    const option = (value: string) => ({ kind: field, value, label: value }) as const;
    return this.conflict
      .choose(now, option(mine), option(now[field]))
      .pipe(map((choice) => (choice === null ? null : { field, keeps: choice === 'mine' })));
  }

  private tell(before: Ticket, saved: Ticket, changed: readonly TextField[], undoing: boolean): void {
    if (changed.length === 0) return;
    const what = changed.join(' and ');
    if (undoing) {
      this.notifications.show(`Undone. The ${what} of #${saved.id} ${changed.length > 1 ? 'are' : 'is'} as before`);
      return;
    }
    const back = Object.fromEntries(changed.map((field) => [field, before[field]]));
    const step = {
      takeBack: () => this.takeBack(saved, { title: saved.title, description: saved.description, ...back }),
    };
    this.undo.add(step);
    const words = `The ${what} of #${saved.id} ${changed.length > 1 ? 'were' : 'was'} corrected`;
    this.undo.offer(step, words);
  }

  private takeBack(saved: Ticket, texts: Texts): void {
    this.correct(saved, texts, true).subscribe({
      error: (error: unknown) => {
        const action = { label: 'Try again', run: () => this.takeBack(saved, texts) };
        this.notifications.showError(`The correction of #${saved.id} was not taken back`, error, action);
      },
    });
  }
}
