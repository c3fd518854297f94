import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatSlideToggle, type MatSlideToggleChange } from '@angular/material/slide-toggle';
import { finalize } from 'rxjs';
import type { AutomaticCategory, AutomaticChoice } from '../../api/admin-model';
import { AutomaticApi } from '../../api/automatic-api';
import { lastValue } from '../../api/last-value';
import { readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { KeptValue } from '../../kit/forms/kept-value';
import { Banner } from '../../ui/banner';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { automaticWords, recordWords } from './automatic-words';
import { percentText, shareOf } from './settings/percent';

/** Between these shares the API takes a target. */
const LOWEST_TARGET = 0.5;
const HIGHEST_TARGET = 0.99;

/** Where suggestions apply by themselves: each category with its record, and why not yet. */
@Component({
  selector: 'desk-automatic-card',
  imports: [Banner, ErrorState, KeptValue, MatSlideToggle, Skeleton, TryAgain],
  template: `
    <h2 id="automatic" class="t-medium">By itself</h2>
    <p class="small quiet">
      Sorts tickets that wait and that nobody gave a category, where the record is good enough and the suggestion at
      least 75 % sure. The history tells it as the doing of the desk, anybody can change it, and it teaches the desk
      nothing. The hidden share still waits for a person. Stops when the record falls.
    </p>
    @if (rows().length > 0) {
      @if (problem(); as failure) {
        <desk-banner>
          The records could not be refreshed. {{ failure.message }}
          <desk-try-again [failed]="failure" (again)="refresh()" />
        </desk-banner>
      }
      <ul>
        @for (row of rows(); track row.one.category) {
          <li>
            <mat-slide-toggle
              disabledInteractive
              [checked]="row.one.enabled"
              [disabled]="saving() || (!row.one.enabled && row.one.why_not !== null)"
              [aria-describedby]="'automatic-' + row.one.category"
              (change)="set(row.one, $event)"
            >
              <b dir="auto">{{ row.one.label }}</b>
            </mat-slide-toggle>
            <span class="num">{{ row.record }}</span>
            <label class="small target">
              Wanted: at least
              <input
                #target
                class="num"
                type="number"
                required
                step="any"
                [min]="100 * lowest"
                [max]="100 * highest"
                [attr.aria-label]="'Percent of ' + row.one.label + ' that are wanted right at least'"
                [readOnly]="saving()"
                [deskKeptValue]="row.target"
                (change)="aim(row.one, target)"
              />
              %
            </label>
            <span class="small quiet" [id]="'automatic-' + row.one.category">{{ row.words }}</span>
          </li>
        }
      </ul>
    } @else if (problem(); as failure) {
      <desk-error-state heading="The records could not be loaded" [failed]="failure" (retry)="refresh()" />
    } @else {
      <p class="sr" role="status">Loading the records</p>
      <div class="lines" aria-hidden="true">
        @for (width of ['60%', '72%', '64%']; track $index) {
          <desk-skeleton [width]="width" />
        }
      </div>
    }
  `,
  styles: `
    h2 {
      padding: 16px 20px 4px;
    }

    p,
    desk-banner {
      margin: 0 20px 8px;
    }

    ul {
      margin: 0;
      padding: 0 20px 12px;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 2px 16px;
      padding: 8px 0;
      border-top: 1px solid var(--desk-hairline);
    }

    li > span.small {
      flex-basis: 100%;
    }

    // The same in every row, however long the name is.
    @media (max-width: 599px) {
      li > .num {
        flex-basis: 100%;
      }
    }

    .target {
      display: flex;
      align-items: center;
      gap: 6px;
    }

    input {
      width: 68px;
      height: 32px;
      padding: 0 8px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      background: var(--desk-pane);
      color: inherit;
      font: inherit;
    }

    .lines {
      display: grid;
      gap: 24px;
      padding: 12px 20px 20px;
    }
  `,
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'automatic' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AutomaticCard {
  private readonly api = inject(AutomaticApi);
  private readonly notifications = inject(Notifications);
  private readonly answer = this.api.list();
  private readonly list = lastValue(this.answer);

  protected readonly lowest = LOWEST_TARGET;
  protected readonly highest = HIGHEST_TARGET;
  protected readonly saving = signal(false);
  protected readonly problem = computed(() => readableProblem(this.answer.error()));
  protected readonly rows = computed(() => {
    const { results = [], usually_needed: usually = 0 } = this.list() ?? {};
    return results.map((one) => ({
      one,
      record: recordWords(one),
      words: automaticWords(one, usually),
      target: percentText(one.target),
    }));
  });

  refresh(): void {
    this.answer.reload();
  }

  protected set(one: AutomaticCategory, { source, checked: enabled }: MatSlideToggleChange): void {
    const becomes = enabled ? 'apply by themselves now' : 'wait for a person again';
    this.save(one, { enabled }, `Suggestions of ${one.label} ${becomes}`, (now) => (source.checked = now.enabled));
  }

  protected aim(one: AutomaticCategory, field: HTMLInputElement): void {
    const target = shareOf(field.value);
    if (!field.reportValidity() || target === null || target === one.target) return;
    const { enabled, label } = one;
    this.save(
      one,
      { enabled, target },
      `Suggestions of ${label} apply by themselves from ${field.value} % on`,
      (now) => {
        field.value = percentText(now.target);
      },
    );
  }

  /** What was chosen stands in its field already; `back` puts there what holds by then when that is refused. */
  private save(
    one: AutomaticCategory,
    choice: AutomaticChoice,
    done: string,
    back: (now: AutomaticCategory) => void,
  ): void {
    const { category } = one;
    const goBack = () => back(this.list()?.results.find((now) => now.category === category) ?? one);
    if (this.saving()) {
      goBack();
      return;
    }
    this.saving.set(true);
    this.api
      .set(category, choice)
      .pipe(finalize(() => this.saving.set(false)))
      .subscribe({
        next: () => this.notifications.show(done),
        error: (error: unknown) => {
          goBack();
          this.notifications.showError('Nothing was changed', error);
        },
      })
      .add(() => this.refresh());
  }
}
