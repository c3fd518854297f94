import { Injectable, inject } from '@angular/core';
import { type Observable, ReplaySubject, map, switchMap } from 'rxjs';
import type { Suspect } from '../../api/admin-model';
import { AdminSuspectsApi } from '../../api/admin-suspects-api';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import { type Step, Undo } from '../../core/undo';
import type { ValueOption } from '../../ui/vocabulary';
import { changeWords } from '../../tickets/editing/change-words';

/** What is said when it was done, was not, was undone, and could not be undone. */
interface Words {
  readonly done: string;
  readonly failed: string;
  readonly undone: string;
  readonly stuck: string;
}

/** Shows a ticket again that somebody had decided about, with its version by then. */
type Back = (version: number) => void;

/**
 * Saves what an admin says to a ticket that looks filed wrongly, while the page goes on to the next one. Each is a step that
 * Z takes back, wherever the person is by then.
 */
@Injectable({ providedIn: 'root' })
export class SuspectDecisions {
  private readonly api = inject(AdminSuspectsApi);
  private readonly notifications = inject(Notifications);
  private readonly tickets = inject(TicketsApi);
  private readonly undo = inject(Undo);

  /** Leaves it where it is. */
  keep({ ticket, version }: Suspect, back: Back): void {
    this.do(
      this.api.keep(ticket, version),
      () => this.api.letGo(ticket).pipe(map(() => version)),
      {
        done: `Ticket #${ticket} stays where it is`,
        failed: `Ticket #${ticket} was not kept`,
        undone: `Undone. Ticket #${ticket} is listed again`,
        stuck: `Ticket #${ticket} is still kept`,
      },
      back,
      version,
    );
  }

  /** Moves it, against the version that was seen. */
  move({ ticket, category, version }: Suspect, option: ValueOption, back: Back): void {
    this.do(
      this.tickets.update(ticket, { category: option.value }, version),
      (moved) => this.tickets.update(ticket, { category }, moved.version).pipe(map((back) => back.version)),
      {
        done: changeWords(ticket, option, null),
        failed: `Ticket #${ticket} was not moved`,
        undone: `Undone. Ticket #${ticket} is back where it was`,
        stuck: `Ticket #${ticket} could not be put back`,
      },
      back,
      version,
    );
  }

  private do<Saved>(
    save: Observable<Saved>,
    takeBack: (saved: Saved) => Observable<number>,
    words: Words,
    back: Back,
    version: number,
  ): void {
    const saved = new ReplaySubject<Saved>(1);
    let isTaken = false;
    const step: Step = {
      takeBack: () => {
        isTaken = true;
        // Once it has been saved: until then there is nothing to put back.
        saved.pipe(switchMap((answer) => takeBack(answer))).subscribe({
          next: (put) => {
            back(put);
            this.notifications.show(words.undone);
          },
          error: (error: unknown) => this.notifications.showError(words.stuck, error),
        });
      },
    };
    this.undo.add(step);
    save.subscribe({
      next: (answer) => {
        saved.next(answer);
        saved.complete();
        // Who has taken it back already hears of that alone.
        if (!isTaken) this.undo.offer(step, words.done);
      },
      error: (error: unknown) => {
        saved.complete();
        this.undo.forget(step);
        back(version);
        this.notifications.showError(words.failed, error);
      },
    });
  }
}
