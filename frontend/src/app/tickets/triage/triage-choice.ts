import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { Priority, Suggestion } from '../../api/model';
import { PRIORITY_OPTIONS, type ValueOption } from '../../ui/vocabulary';
import { type Proposals, UNAIDED, proposals, standIn } from '../new-ticket/proposal';
import { TicketChoices } from '../ticket-choices';
import { TriageSession } from './triage-session';
import { type Said, TriageSuggestions } from './triage-suggestions';

/** What digits do: the proposal stands and 1 to 3 act on it, or they choose a category or a priority. */
export type Mode = 'proposed' | 'category' | 'priority';

const NINE = 9;

/** The choice for the ticket at hand. Provided by the page. */
@Injectable()
export class TriageChoice {
  private readonly choices = inject(TicketChoices);
  private readonly session = inject(TriageSession);
  private readonly suggestions = inject(TriageSuggestions);
  private readonly id = computed(() => this.session.ticket()?.id);

  /** What the person asked to choose. */
  private readonly asked = linkedSignal<number | undefined, 'category' | 'priority' | null>({
    source: this.id,
    computation: () => null,
  });
  /** Beyond the two that the desk holds possible. */
  private readonly beyond = linkedSignal<number | undefined, boolean>({ source: this.id, computation: () => false });
  private readonly chosenPriority = linkedSignal<number | undefined, Priority | null>({
    source: this.id,
    computation: () => null,
  });

  readonly said = computed<Said>(() => {
    const id = this.id();
    return id === undefined ? null : this.suggestions.of(id);
  });
  readonly suggestion = computed<Suggestion | null>(() => {
    const said = this.said();
    return said === 'waiting' ? null : said;
  });
  readonly proposals = computed<Proposals>(() => {
    const suggestion = this.suggestion();
    return suggestion ? proposals(suggestion) : { category: UNAIDED, priority: standIn('medium') };
  });
  readonly mode = computed<Mode>(() => {
    const asked = this.asked();
    if (asked) return asked;
    const { from, value } = this.proposals().category;
    return from === 'desk' && value !== '' ? 'proposed' : 'category';
  });
  /** The person has gone on to correct what was proposed. */
  readonly correcting = computed(() => this.asked() !== null);
  /** What the digits choose from. */
  readonly options = computed<readonly ValueOption[]>(() => {
    if (this.mode() === 'priority') return PRIORITY_OPTIONS;
    const all = this.choices.of('category');
    const possible: readonly string[] = this.proposals().category.options;
    const two = possible.length > 1 && !this.beyond() && this.asked() === null;
    return two ? all.filter(({ value }) => possible.includes(value)) : all.slice(0, NINE);
  });
  readonly priority = computed<Priority>(() => this.chosenPriority() ?? (this.proposals().priority.value || 'medium'));
  readonly priorityIsMine = computed(() => this.chosenPriority() !== null);

  correct(): void {
    this.asked.set('category');
    this.beyond.set(true);
  }

  changePriority(): void {
    this.asked.set('priority');
  }

  /** One step back; false when there was none. */
  back(): boolean {
    if (this.asked() === null && !this.beyond()) return false;
    this.asked.set(null);
    this.beyond.set(false);
    return true;
  }

  accept(): void {
    const ticket = this.session.ticket();
    const category = this.proposals().category.value;
    if (ticket && category !== '')
      this.session.decide(ticket, { category, priority: this.priority() }, this.proposals());
  }

  /** The category goes on to the next ticket, the priority back to where it was asked for. */
  pick(option: ValueOption): void {
    const ticket = this.session.ticket();
    if (option.kind === 'priority') {
      this.chosenPriority.set(option.value);
      this.asked.set(this.beyond() ? 'category' : null);
    } else if (ticket && option.kind === 'category') {
      this.session.decide(ticket, { category: option.value, priority: this.priority() }, this.proposals());
    }
  }

  skip(): void {
    const ticket = this.session.ticket();
    if (ticket) this.session.skip(ticket);
  }
}
