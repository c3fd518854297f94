import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatTooltip } from '@angular/material/tooltip';
import { map, of, scan, switchMap, tap, throttleTime, timer } from 'rxjs';
import { Presence } from '../../api/live/presence';
import { PresencePlace, type Standing } from '../../api/live/presence-place';
import type { PersonPresent } from '../../api/model';
import { TicketNames } from '../ticket-names';
import { PresenceFaces } from './presence-faces';
import { presenceInFull, presenceWords } from './presence-words';

/** Whoever leafs through tickets has not come to stay. */
const REST_MS = 1_000;
/** Somebody who listens is not told more often. */
const SAID_EVERY_MS = 5_000;

/** Who else has the open ticket open, and tells others that this person has. */
@Component({
  selector: 'desk-ticket-presence',
  imports: [MatTooltip, PresenceFaces],
  template: `
    @if (others().length > 0) {
      <span class="all" [matTooltip]="inFull()">
        <desk-presence-faces [people]="others()" />
        <span class="words" aria-hidden="true">{{ words() }}</span>
      </span>
    }
    <span class="sr" role="status">{{ said() }}</span>
  `,
  styles: `
    :host {
      min-width: 0;
    }

    .all {
      display: flex;
      align-items: center;
      gap: 8px;
      min-width: 0;
      padding: 2px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-medium);
    }

    .words {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    // The head has room for the faces; the voice says the words.
    @media (max-width: 599px) {
      .words {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketPresence {
  readonly ticket = input.required<number>();
  /** What this person does with it. */
  readonly activity = input<PersonPresent['activity']>('looking');

  private readonly names = inject(TicketNames);
  private readonly presence = inject(Presence);
  private readonly place = inject(PresencePlace);

  protected readonly others = computed(() =>
    this.presence.at(this.ticket()).filter(({ id }) => id !== this.names.me()),
  );
  protected readonly words = computed(() => presenceWords(this.others()));
  protected readonly inFull = computed(() => presenceInFull(this.others()));
  /** What is read out: who comes and who begins to change it; that somebody leaves says nothing. */
  protected readonly said = toSignal(
    toObservable(computed(() => ({ ticket: this.ticket(), others: this.others() }))).pipe(
      scan(news, { ticket: 0, known: new Set<string>(), words: '' }),
      map(({ words }) => words),
      throttleTime(SAID_EVERY_MS, undefined, { leading: true, trailing: true }),
    ),
    { initialValue: '' },
  );

  constructor() {
    const standing = computed<Standing>(() => ({
      ticket: this.ticket(),
      activity: this.activity(),
    }));
    let at: number | undefined;
    const told = toObservable(standing).pipe(
      switchMap((now) =>
        now.ticket === at || now.activity !== 'looking' ? of(now) : timer(REST_MS).pipe(map(() => now)),
      ),
      tap(({ ticket }) => (at = ticket)),
    );
    const telling = told.subscribe((now) => this.place.stand(now));
    inject(DestroyRef).onDestroy(() => {
      telling.unsubscribe();
      this.place.leave();
    });
  }
}

/** What is more than looking. */
const DOING = ['writing', 'changing'] as const;

interface Said {
  readonly ticket: number;
  /** Who was there, and what they did. */
  readonly known: ReadonlySet<string>;
  readonly words: string;
}

function news(before: Said, { ticket, others }: { ticket: number; others: readonly PersonPresent[] }): Said {
  const known = new Set(others.map(({ id, activity }) => `${id} ${activity}`));
  const isSame = before.ticket === ticket;
  const isNews = others.some(
    ({ id, activity }) =>
      !isSame ||
      !(
        before.known.has(`${id} ${activity}`) ||
        (activity === 'looking' && DOING.some((did) => before.known.has(`${id} ${did}`)))
      ),
  );
  if (isNews) return { ticket, known, words: presenceInFull(others) };
  return { ticket, known, words: isSame && others.length > 0 ? before.words : '' };
}
