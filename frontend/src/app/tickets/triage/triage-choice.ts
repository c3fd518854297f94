import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { Categories } from '../../api/categories';
import type { Priority } from '../../api/model';
import { PRIORITY_OPTIONS, type ValueOption } from '../../ui/vocabulary';
import { type Proposals, UNAIDED, proposals, standIn } from '../new-ticket/proposal';
import { TicketChoices } from '../ticket-choices';
import { TriageSession } from './triage-session';
import { type Said, TriageSuggestions } from './triage-suggestions';
import { writtenValues } from './written-values';

/** What can be chosen for a ticket. */
type Field = 'category' | 'priority';

/** What digits do: the proposal stands and 1 to 3 act on it, or they choose a category or a priority. */
type Mode = 'proposed' | Field;

/** The choice for the ticket at hand. Provided by the page. */
@Injectable()
export class TriageChoice {
  private readonly categories = inject(Categories);
  private readonly choices = inject(TicketChoices);
  private readonly session = inject(TriageSession);
  private readonly suggestions = inject(TriageSuggestions);
  private readonly id = computed(() => this.session.ticket()?.id);

  /** What the person asked to choose, step by step; the last is what is chosen now. */
  private readonly steps = linkedSignal<number | undefined, readonly Field[]>({
    source: this.id,
    computation: () => [],
  });
  private readonly chosenPriority = linkedSignal<number | undefined, Priority | null>({
    source: this.id,
    computation: () => null,
  });

  readonly said = computed<Said>(() => {
    const id = this.id();
    return id === undefined ? null : this.suggestions.of(id);
  });
  /** What the desk said came when the person was choosing already: what digits do stays as it was. */
  private readonly late = linkedSignal<{ readonly id: number | undefined; readonly said: Said }, boolean>({
    source: () => ({ id: this.id(), said: this.said() }),
    computation: ({ id, said }, before) =>
      before !== undefined && before.source.id === id && said !== 'waiting' && (before.value || !before.source.said),
  });
  private readonly judged = computed<Proposals>(() => {
    const said = this.said();
    return said && said !== 'waiting' ? proposals(said) : { category: UNAIDED, priority: standIn<Priority>('medium') };
  });
  /** What the desk would propose, but no ticket may be given any more; null where there is none. */
  readonly retired = computed(
    () => this.judged().category.options.find((key) => this.categories.offered(key) === false) ?? null,
  );
  /** What somebody wrote the ticket with. */
  readonly written = computed(() => {
    const ticket = this.session.ticket();
    return ticket ? writtenValues(ticket, this.categories.filledIn()) : { category: null, priority: null };
  });
  /** The priority that the desk would rather say than what is written, which stands all the same; null where it does not. */
  readonly rather = computed(() => {
    const [{ priority: written }, { from, value }] = [this.written(), this.judged().priority];
    return written !== null && from === 'desk' && value !== '' && value !== written ? value : null;
  });
  readonly proposals = computed<Proposals>(() => {
    const { category, priority } = this.judged();
    const { priority: written } = this.written();
    return {
      category: this.retired() === null ? category : UNAIDED,
      priority: written === null || priority.value === written ? priority : standIn(written),
    };
  });
  /** The desk proposes one category. */
  private readonly one = computed(() => {
    const { from, value } = this.proposals().category;
    return from === 'desk' && value !== '';
  });
  /** What the person has gone on to choose; null where the desk's word stands. */
  readonly asked = computed(() => this.steps().at(-1) ?? null);
  readonly mode = computed<Mode>(() => {
    // Read every time, so that it has seen what stood there before.
    const late = this.late();
    return this.asked() ?? (this.one() && !late ? 'proposed' : 'category');
  });
  /** Only the two that the desk holds possible are shown. */
  private readonly two = computed(
    () => this.proposals().category.options.length > 1 && !this.steps().includes('category'),
  );
  /** What is proposed can be taken as it stands. */
  readonly acceptable = computed(() => this.one() && this.asked() === null);
  /** There are other categories than what is shown. */
  readonly correctable = computed(() => this.mode() === 'proposed' || (this.mode() === 'category' && this.two()));
  /** What is chosen from. */
  readonly options = computed<readonly ValueOption[]>(() => {
    if (this.mode() === 'priority') return PRIORITY_OPTIONS;
    const all = this.choices.of('category');
    const possible: readonly string[] = this.proposals().category.options;
    // In the order in which the heading names them: the likelier first.
    return this.two() ? possible.flatMap((key) => all.find(({ value }) => value === key) ?? []) : all;
  });
  readonly priority = computed<Priority>(() => this.chosenPriority() ?? (this.proposals().priority.value || 'medium'));
  readonly priorityIsMine = computed(() => this.chosenPriority() !== null);

  correct(): void {
    if (this.correctable() || this.asked() === 'priority') this.goTo('category');
  }

  changePriority(): void {
    this.goTo('priority');
  }

  /** One step back; false when there was none. */
  back(): boolean {
    if (this.asked() === null) return false;
    this.steps.update((steps) => steps.slice(0, -1));
    return true;
  }

  accept(): void {
    const ticket = this.session.ticket();
    const category = this.proposals().category.value;
    if (ticket && category !== '' && this.acceptable())
      this.session.decide(ticket, { category, priority: this.priority() }, this.proposals());
  }

  /** The category goes on to the next ticket, the priority back to where it was asked for. */
  pick(option: ValueOption): void {
    const ticket = this.session.ticket();
    if (option.kind === 'priority') {
      this.chosenPriority.set(option.value);
      this.back();
    } else if (ticket && option.kind === 'category') {
      this.session.decide(ticket, { category: option.value, priority: this.priority() }, this.proposals());
    }
  }

  skip(): void {
    const ticket = this.session.ticket();
    if (ticket) this.session.skip(ticket);
  }

  /** Where the person has been before, they go back to. */
  private goTo(field: Field): void {
    this.steps.update((steps) => {
      const place = steps.indexOf(field);
      return place < 0 ? [...steps, field] : steps.slice(0, place + 1);
    });
  }
}
