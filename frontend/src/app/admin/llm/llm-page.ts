import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { AdminLlmApi } from '../../api/admin-llm-api';
import { lastValue } from '../../api/last-value';
import { LlmDataApi } from '../../api/llm-data-api';
import { readableProblem } from '../../api/problem-error';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { Submission } from '../../kit/forms/submission';
import { Banner } from '../../ui/banner';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { PageHead } from '../frame/page-head';
import { figure } from '../../ui/count-words';
import { Moment } from '../../ui/moment';
import { milliseconds } from '../overview/health';
import { AutomaticCard } from './automatic-card';
import { askedWords } from './asked-words';
import { failureWords } from './failure-words';
import { ReplayCard } from '../replay/replay-card';
import { LexiconCard } from '../lexicon/lexicon-card';
import { LlmTryBox } from './llm-try-box';
import { ModelsCard } from './models-card';
import { AnswersCard } from './settings/answers-card';
import { BudgetCard } from './settings/budget-card';
import { LlmDataCard } from './settings/llm-data-card';
import { SettingsDraft } from './settings/settings-draft';

/** Who suggests: the LLM, how it has been, the desk's own models, and a place to try. */
@Component({
  selector: 'desk-llm-page',
  imports: [
    AnswersCard,
    AutomaticCard,
    Banner,
    BudgetCard,
    ErrorState,
    FailureBanner,
    LexiconCard,
    LlmDataCard,
    LlmTryBox,
    MatButton,
    MatIcon,
    MatIconButton,
    MatTooltip,
    ModelsCard,
    Moment,
    PageHead,
    ReplayCard,
    Skeleton,
    TryAgain,
  ],
  providers: [SettingsDraft, Submission],
  templateUrl: './llm-page.html',
  styleUrls: ['../frame/page.scss', './llm-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LlmPage {
  private readonly answer = inject(AdminLlmApi).state();
  private readonly models = viewChild.required(ModelsCard);
  private readonly automatic = viewChild.required(AutomaticCard);
  private readonly lexicon = viewChild.required(LexiconCard);
  private readonly replays = viewChild.required(ReplayCard);
  private readonly refresher = viewChild.required<unknown, ElementRef<HTMLElement>>('refresher', { read: ElementRef });

  protected readonly spending = inject(LlmDataApi).budget();
  protected readonly budget = lastValue(this.spending);
  protected readonly draft = inject(SettingsDraft);
  protected readonly submission = inject(Submission);
  protected readonly state = lastValue(this.answer);
  protected readonly problem = computed(() => readableProblem(this.answer.error()));
  protected readonly asked = computed(() => {
    const state = this.state();
    return state ? askedWords(state) : null;
  });
  protected readonly day = computed(() => {
    const day = this.state()?.last_day;
    if (!day) return null;
    return [
      { label: 'Asked', value: figure(day.asked) },
      { label: 'Suggested', value: figure(day.answered) },
      { label: 'Defaults filled in', value: figure(day.failed) },
    ];
  });
  protected readonly failures = computed(() =>
    this.state()?.failures.map((failure) => ({
      at: failure.at,
      words: failureWords(failure.reason),
      detail: [failure.model, `after ${milliseconds(failure.latency_ms)}`].filter(Boolean).join(', '),
    })),
  );

  constructor() {
    // What may be spent is a setting: what is left of it is another once that was saved.
    const version = computed(() => this.draft.settings()?.version);
    let known: number | undefined;
    effect(() => {
      const now = version();
      if (known !== undefined && now !== known) untracked(() => this.spending.reload());
      known = now;
    });
  }

  protected reload(): void {
    this.refresher().nativeElement.focus();
    for (const shown of [this.answer, this.spending, this.draft]) shown.reload();
    for (const card of [this.models(), this.automatic(), this.lexicon(), this.replays()]) card.refresh();
  }
}
