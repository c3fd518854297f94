import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import type { LexiconTrial as Result } from '../../api/admin-model';
import { AdminLexiconApi } from '../../api/admin-lexicon-api';
import { Categories } from '../../api/categories';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { PRIORITIES, categoryOption, priorityOption } from '../../ui/vocabulary';
import { LexiconDraft } from './lexicon-draft';

const PAUSE_MS = 300;
const LONGEST = 2_000;

type Outcome = { readonly result: Result | null } | { readonly failed: Failure };

/** Shows at every pause of the typing which words of the lexicon a text holds, and what comes of it. */
@Component({
  selector: 'desk-lexicon-trial',
  imports: [Token, ValueTag],
  template: `
    <label for="lexicon-text" class="small quiet">Try a sentence, with what is not saved yet</label>
    <textarea
      id="lexicon-text"
      rows="2"
      [attr.maxlength]="longest"
      #box
      (input)="text.set(box.value)"
      placeholder="The new SEPA mandate does not print"
    ></textarea>
    <div role="status" class="found">
      @if (failure(); as failed) {
        <p class="small">It could not be tried. {{ failed.why }}</p>
      } @else if (shown(); as it) {
        <p>
          <desk-token origin="desk"><desk-value-tag [option]="it.category" /></desk-token>
          <desk-token origin="desk"><desk-value-tag [option]="it.priority" /></desk-token>
        </p>
        <ul class="small">
          @for (hit of it.hits; track $index) {
            <li>
              <mark dir="auto">{{ hit.term }}</mark> {{ hit.words }}
            </li>
          } @empty {
            <li class="quiet">No word of the lexicon stands in it.</li>
          }
        </ul>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding: 12px;
      border-radius: 12px;
      background: var(--desk-sunken);
    }

    textarea {
      width: 100%;
      padding: 8px 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      background: var(--desk-pane);
      color: inherit;
      font: inherit;
      resize: vertical;
    }

    .found {
      display: grid;
      gap: 8px;
    }

    p {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    li {
      padding: 2px 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LexiconTrial {
  private readonly api = inject(AdminLexiconApi);
  private readonly categories = inject(Categories);
  private readonly draft = inject(LexiconDraft);
  protected readonly longest = LONGEST;
  protected readonly text = signal('');
  private readonly outcome = signal<Outcome>({ result: null });

  private readonly question = computed(() => ({ text: this.text().trim(), changes: this.draft.changes() }));
  protected readonly failure = computed(() => {
    const outcome = this.outcome();
    return 'failed' in outcome ? outcome.failed : null;
  });
  protected readonly shown = computed(() => {
    const outcome = this.outcome();
    if (!('result' in outcome) || !outcome.result) return null;
    const { terms, urgency, category, priority } = outcome.result;
    const label = (key: string) => this.categories.label(key);
    return {
      category: categoryOption({ key: category.value, label: label(category.value) }),
      priority: priorityOption(PRIORITIES.find((known) => known === priority.value) ?? 'medium'),
      hits: [
        ...terms.map(({ term, category: key, weight }) => ({
          term,
          words: `${label(key)}, ${weight === null ? 'counts with the next model' : `weight ${signed(weight)}`}`,
        })),
        ...urgency.map(({ term, weight }) => ({ term, words: `urgency ${signed(weight)}` })),
      ],
    };
  });

  constructor() {
    toObservable(this.question)
      .pipe(
        debounceTime(PAUSE_MS),
        switchMap(({ text, changes }) =>
          text === ''
            ? of<Outcome>({ result: null })
            : this.api.tryOn(text, changes).pipe(
                map((result): Outcome => ({ result })),
                catchError((error: unknown) => of<Outcome>({ failed: failureOf(error) })),
              ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe((outcome) => this.outcome.set(outcome));
  }
}

function signed(weight: number): string {
  const rounded = Math.round(weight * 10) / 10;
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
}
