import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Observable, Subject } from 'rxjs';
import type { Ticket, TicketFilter } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { TicketEdits } from '../editing/ticket-edits';
import { matchesFields } from '../filter/filter-match';
import { TicketNames } from '../ticket-names';
import { comesBefore } from '../views/ticket-views';
import { leavingWords } from './leaving-words';
import { ListNews } from './row-news';
import { type SearchAnswer, SearchAnswers } from './search-answers';
import { TicketPages } from './ticket-pages';
import { Verdicts, sameText } from './verdicts';

/**
 * The tickets that the filter asks for, as they are now. A ticket written, changed or deleted here shows at once: one that
 * is new or matches again where it belongs, one in the list in its place even when it no longer matches; nothing else
 * moves until the next first page. What others do moves nothing. Provided by the list's page.
 */
@Injectable()
export class ListedTickets {
  private readonly edits = inject(TicketEdits);
  private readonly names = inject(TicketNames);
  private readonly news = inject(ListNews);
  private readonly search = inject(SearchAnswers);
  private readonly store = inject(TicketStore);
  private readonly verdicts = inject(Verdicts);
  readonly pages = inject(TicketPages).list;

  private readonly places = computed(() => {
    const places = new Map<number, number>();
    for (const { id } of this.pages.items()) places.set(id, places.size);
    return places;
  });
  readonly length = computed(() => this.pages.items().length);
  /** As they are to be shown, those of which something is known that the pages did not tell. */
  private readonly changed = computed(() => {
    const ids = [
      ...this.store.outdated(this.pages.items()),
      ...this.edits.underWay(),
      ...this.news.heard(),
      ...this.verdicts.given(),
    ];
    return [...new Set(ids)].flatMap((id) => {
      const place = this.place(id);
      return (place === undefined ? undefined : this.at(place)) ?? [];
    });
  });
  /** Those that can leave the list. Of whose assignee has left all can: who comes back changes no ticket. */
  private readonly unsettled = computed(() =>
    this.pages.loaded()?.filter.assignee?.includes('inactive')
      ? this.pages.items().map((ticket) => this.shown(ticket))
      : this.changed(),
  );
  private readonly judgements = new Subject<SearchAnswer>();
  /** Written here, and asked about: when it is found it shows at once. */
  private readonly own = new Set<number>();
  /** What the API answered about tickets that were asked about, once it is learned. */
  readonly judged: Observable<SearchAnswer> = this.judgements.asObservable();
  /** Follows what was changed here, like the rows. */
  readonly count = computed(() => {
    const list = this.pages.loaded();
    if (!list?.countExact) return list?.count ?? 0;
    return (list.count ?? 0) - this.unsettled().filter((ticket) => this.leaving(ticket) !== null).length;
  });

  /** The names of the categories that the rows show, and of those they showed when they came. */
  readonly categories = computed(() => {
    const keys = new Set(this.pages.items().map(({ category }) => category));
    for (const { category } of this.changed()) keys.add(category);
    return [...keys].map((key) => this.names.category(key));
  });

  /** What is on screen is not yet what was asked for: keys are for what comes. */
  readonly arriving = computed(() => (!this.pages.ready() || this.pages.outdated()) && !this.pages.error());
  /** More of the list is on its way. */
  readonly coming = computed(
    () => this.pages.loading() || this.pages.more() === 'loading' || this.pages.earlier() === 'loading',
  );

  /** The ticket that the keys act on, and the one row that Tab reaches. */
  readonly active = signal<number | undefined>(undefined);

  constructor() {
    this.store.watch(() => this.places().keys());
    this.store.many.pipe(takeUntilDestroyed()).subscribe(() => this.refresh());
    this.store.news.pipe(takeUntilDestroyed()).subscribe((news) => {
      if (news.kind === 'gone') this.leave(news.id);
      else if (news.kind === 'written') this.consider(news.ticket);
      else this.judge(news.ticket);
    });
    this.search.answers.pipe(takeUntilDestroyed()).subscribe((answer) => this.learn(answer));
  }

  /** As it is to be shown: the newest state known, with what is being saved. */
  at(index: number): Ticket | undefined {
    const ticket = this.pages.items()[index];
    return ticket && this.shown(ticket);
  }

  /** Why a ticket leaves the list at the next refresh, or null when it stays. */
  leaving(ticket: Ticket): string | null {
    if (this.news.isDeleted(ticket.id)) return 'Deleted';
    const found = this.verdicts.of(ticket);
    if (found === true) return null;
    const words = leavingWords(ticket, this.pages.loaded()?.filter ?? {}, this.names);
    if (words !== null) return words;
    return this.verdicts.isReworded(ticket) ? 'Reworded' : found === false ? 'Changed' : null;
  }

  place(id: number | undefined): number | undefined {
    return id === undefined ? undefined : this.places().get(id);
  }

  /** The ticket so many rows further, or undefined beyond either end of what is loaded. */
  neighbour(id: number | undefined, step: number): number | undefined {
    const place = this.placeFrom(id, step);
    return place === undefined ? undefined : this.pages.items()[place]?.id;
  }

  /** The place so many rows further than a ticket, also than one that is not in the list but would stand somewhere in it. */
  placeFrom(id: number | undefined, step: number): number | undefined {
    const place = this.place(id);
    if (place !== undefined) return place + step;
    const gap = this.gap(id);
    return gap === undefined ? undefined : gap + (step > 0 ? step - 1 : step);
  }

  /** Whether a ticket that matches would stand among what is loaded. */
  isWithin(id: number): boolean {
    return this.gap(id) !== undefined;
  }

  /** The place before which a ticket would stand that is not in the list; undefined when that is not loaded. */
  private gap(id: number | undefined): number | undefined {
    const list = this.pages.loaded();
    const ticket = id === undefined ? undefined : this.store.get(id);
    if (!list || !ticket) return undefined;
    const before = comesBefore(list.filter.sort ?? 'newest');
    const found = list.items.findIndex((other) => before(ticket, other));
    if ((found < 0 && list.cursor !== null) || (found === 0 && list.before !== null)) return undefined;
    return found < 0 ? list.items.length : found;
  }

  /** Asks for the next page; false when there is none to be had. */
  moreToCome(): boolean {
    if (this.pages.ended() || this.pages.more() === 'failed') return false;
    this.pages.loadMore();
    return true;
  }

  /** Asks for what comes before the first; false when there is nothing to be had. */
  earlierToCome(): boolean {
    if (!this.pages.loaded()?.before || this.pages.earlier() === 'failed') return false;
    this.pages.loadEarlier();
    return true;
  }

  refresh(): void {
    this.names.retry();
    this.pages.reload();
  }

  private shown(ticket: Ticket): Ticket {
    return this.edits.shown(this.store.newest(ticket));
  }

  /** One that somebody else deleted stays, and says so, until the list is refreshed. */
  private leave(id: number): void {
    if (!this.news.isDeleted(id)) this.pages.remove(id);
  }

  private consider(ticket: Ticket): void {
    const filter = this.pages.loaded()?.filter;
    if (!filter || !this.matches(ticket, filter)) return;
    if (!filter.search) this.pages.insert(ticket, comesBefore(filter.sort ?? 'newest'));
    else if (!this.isFound(ticket)) {
      this.own.add(ticket.id);
      this.search.ask(ticket.id, filter);
    }
  }

  /** Somebody else wrote it, and it was read here before the desk told of that. */
  private judge(ticket: Ticket): void {
    const filter = this.pages.loaded()?.filter;
    if (filter?.search && this.place(ticket.id) !== undefined && !this.isFound(ticket))
      this.search.ask(ticket.id, filter);
  }

  private matches(ticket: Ticket, filter: TicketFilter): boolean {
    return matchesFields(ticket, filter, this.names.me(), (person) => this.names.hasLeft(person));
  }

  /** It was found with these words already. */
  private isFound(ticket: Ticket): boolean {
    const place = this.place(ticket.id);
    const listed = place === undefined ? undefined : this.pages.items()[place];
    return listed !== undefined && sameText(listed, ticket);
  }

  private learn(answer: SearchAnswer): void {
    const { filter, asked, found } = answer;
    if (filter !== this.pages.loaded()?.filter) return;
    for (const ticket of found) {
      if (this.own.has(ticket.id)) this.pages.insert(ticket, comesBefore(filter.sort ?? 'newest'));
      this.pages.replace(ticket);
    }
    const listed = asked.filter((id) => this.place(id) !== undefined);
    this.verdicts.learn(
      ...listed.flatMap((id) => {
        const as = found.find((ticket) => ticket.id === id);
        const ticket = as ?? this.store.get(id);
        return ticket ? [{ ticket, found: as !== undefined, byWords: this.matches(ticket, filter) }] : [];
      }),
    );
    for (const id of asked) this.own.delete(id);
    this.judgements.next(answer);
  }
}
