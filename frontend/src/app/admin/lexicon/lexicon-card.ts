import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Categories } from '../../api/categories';
import { Banner } from '../../ui/banner';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { KeptValue } from '../../kit/forms/kept-value';
import { SearchBox } from '../../kit/list/search-box';
import { countText } from '../../ui/numbers';
import { ErrorState } from '../../ui/error-state';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';
import { Skeleton } from '../../ui/skeleton';
import { ValueTag } from '../../ui/value-tag';
import { categoryOption } from '../../ui/vocabulary';
import { LexiconDraft } from './lexicon-draft';
import { LexiconTrial } from './lexicon-trial';

type Kind = 'terms' | 'urgency';

/** So many rows are shown; the search finds the others. */
const SHOWN = 40;

/** The words that the desk goes by: terms of categories and words of urgency, shipped and its own, and a text to try them. */
@Component({
  selector: 'desk-lexicon-card',
  imports: [
    Banner,
    ErrorState,
    FailureBanner,
    LexiconTrial,
    MatButton,
    SearchBox,
    SegmentSwitch,
    Skeleton,
    ValueTag,
    KeptValue,
  ],
  providers: [LexiconDraft],
  templateUrl: './lexicon-card.html',
  styleUrl: './lexicon-card.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'lexicon' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LexiconCard {
  private readonly categories = inject(Categories);
  protected readonly draft = inject(LexiconDraft);
  protected readonly kinds: readonly Segment<Kind>[] = [
    { value: 'terms', label: 'Categories' },
    { value: 'urgency', label: 'Urgency' },
  ];
  protected readonly kind = signal<Kind>('terms');
  protected readonly search = signal('');
  protected readonly options = computed(() => this.categories.active().map((category) => categoryOption(category)));

  protected readonly terms = computed(() => this.draft.terms().filter(({ term }) => this.finds(term)));
  protected readonly urgency = computed(() => this.draft.urgency().filter(({ term }) => this.finds(term)));
  protected readonly rows = computed(() =>
    this.terms()
      .slice(0, SHOWN)
      .map((row) => ({
        row,
        option: categoryOption({ key: row.category, label: this.categories.label(row.category) }),
        act: row.isOwn ? 'Remove' : row.isOff ? 'Switch on' : 'Switch off',
      })),
  );
  protected readonly words = computed(() => this.urgency().slice(0, SHOWN));
  protected readonly more = computed(() => {
    const found = this.kind() === 'terms' ? this.terms().length : this.urgency().length;
    return found > SHOWN ? `${countText(found - SHOWN)} more: search to find them` : '';
  });

  /** Reads them again; what is being changed stays. */
  refresh(): void {
    this.draft.reload();
  }

  protected addTerm(event: Event, term: HTMLInputElement, category: string): void {
    event.preventDefault();
    if (term.value.trim() === '') return;
    this.draft.addTerm(term.value.trim().toLowerCase(), category);
    term.value = '';
  }

  protected addUrgency(event: Event, term: HTMLInputElement, weight: HTMLInputElement): void {
    event.preventDefault();
    if (term.value.trim() === '' || !weight.reportValidity()) return;
    this.draft.weigh(term.value.trim().toLowerCase(), weight.valueAsNumber);
    term.value = '';
  }

  protected weigh(term: string, field: HTMLInputElement): void {
    if (field.reportValidity()) this.draft.weigh(term, field.valueAsNumber);
  }

  private finds(term: string): boolean {
    return term.includes(this.search().trim().toLowerCase());
  }
}
