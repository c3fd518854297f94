import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { finalize } from 'rxjs';
import type { SuggesterModel } from '../../api/admin-model';
import { AdminModelsApi } from '../../api/admin-models-api';
import { Categories } from '../../api/categories';
import { lastValue } from '../../api/last-value';
import { People } from '../../api/people';
import { readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { InUse } from '../../kit/list/in-use';
import { SteadyRows } from '../../kit/list/steady-rows';
import { Banner } from '../../ui/banner';
import { figure } from '../../ui/count-words';
import { ErrorState } from '../../ui/error-state';
import { Moment } from '../../ui/moment';
import { intervalWords, percentNumber } from '../../ui/numbers';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { modelWords } from './model-words';

/** The models of the desk's own suggester: how good each was, which one answers, and the way back. */
@Component({
  selector: 'desk-models-card',
  imports: [Banner, ErrorState, InUse, MatButton, MatIcon, Moment, Skeleton, TryAgain],
  templateUrl: './models-card.html',
  styleUrl: './models-card.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'models' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModelsCard {
  /** Somebody wants to see first what a model would have said. */
  readonly replay = output<number>();

  private readonly api = inject(AdminModelsApi);
  private readonly categories = inject(Categories);
  private readonly people = inject(People);
  private readonly notifications = inject(Notifications);
  private readonly answer = this.api.list();
  private readonly trainer = viewChild.required<unknown, ElementRef<HTMLElement>>('trainer', { read: ElementRef });
  private readonly asked = signal(false);

  protected readonly list = lastValue(this.answer);
  /** Those that one can go back to, and the one that answers. */
  readonly kept = computed(() => (this.list()?.results ?? []).filter(({ kept }) => kept));
  private readonly body = viewChild(InUse);
  private readonly steady = new SteadyRows(this.kept, ({ id }) => id, { list: this.body });
  protected readonly problem = computed(() => readableProblem(this.answer.error()));
  protected readonly learning = computed(() => this.asked() || this.list()?.refitting === true);
  protected readonly rows = computed(() =>
    this.steady.rows().map((model) => ({
      model,
      words: modelWords(model, {
        person: (id) => this.people.name(id),
        category: (key) => this.categories.label(key),
      }),
      tickets: figure(model.learned_from.tickets),
      right: rightOf(model),
      abstains: model.metrics.abstained === null ? null : `${Math.round(100 * model.metrics.abstained)} %`,
    })),
  );

  protected train(): void {
    if (this.learning()) return;
    this.asked.set(true);
    this.api
      .refit()
      .pipe(finalize(() => this.asked.set(false)))
      .subscribe({
        next: () => this.answer.reload(),
        error: (error: unknown) => this.notifications.showError('The desk was not asked to learn', error),
      });
  }

  protected goBack(model: SuggesterModel): void {
    this.api.activate(model.id).subscribe({
      next: () => {
        this.notifications.show('This model answers now, until another one clearly does better');
        // Its button goes.
        this.reload();
      },
      error: (error: unknown) => this.notifications.showError('The model was not chosen', error),
    });
  }

  refresh(): void {
    this.answer.reload();
  }

  protected reload(): void {
    this.trainer().nativeElement.focus();
    this.refresh();
  }
}

/** How many it got right, with the interval and where both stand on a line from 0 to 100; null when nobody has measured. */
function rightOf({ metrics: { accuracy, accuracy_interval: interval } }: SuggesterModel) {
  const [low, high] = interval ?? [];
  if (accuracy === null || low === undefined || high === undefined) return null;
  return {
    share: `${percentNumber(accuracy)} %`,
    interval: intervalWords({ low, high }),
    ...{ at: 100 * accuracy, from: 100 * low, width: 100 * (high - low) },
  };
}
