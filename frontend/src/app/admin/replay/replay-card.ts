import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatOption, MatSelect } from '@angular/material/select';
import { finalize } from 'rxjs';
import type { LlmState, Replay, ReplayList, SuggesterModel } from '../../api/admin-model';
import { lastValue } from '../../api/last-value';
import { readableProblem } from '../../api/problem-error';
import { ReplaysApi, isOpen } from '../../api/replays-api';
import { Notifications } from '../../core/notifications';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { Submission } from '../../kit/forms/submission';
import { Banner } from '../../ui/banner';
import { ErrorState } from '../../ui/error-state';
import { Moment } from '../../ui/moment';
import { minuteWords } from '../../ui/moment-words';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';
import { TextField } from '../../ui/text-field';
import { type Compared, FEWEST, ReplayForm } from './replay-form';
import { ReplayOutcome } from './replay-outcome';
import { costWords, previewWords, sideWords } from './replay-words';

const STATES: Readonly<Record<Replay['state'], string>> = {
  queued: 'is about to begin',
  running: 'is under way',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Decided tickets judged again by somebody else than now: what it would take, how far it is, and what came of it. */
@Component({
  selector: 'desk-replay-card',
  imports: [
    Banner,
    ErrorState,
    FailureBanner,
    MatButton,
    MatCheckbox,
    MatFormField,
    MatIcon,
    MatOption,
    MatProgressBar,
    MatSelect,
    Moment,
    ReactiveFormsModule,
    ReplayOutcome,
    SegmentSwitch,
    TextField,
  ],
  providers: [ReplayForm, Submission],
  templateUrl: './replay-card.html',
  styleUrl: './replay-card.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'replay' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayCard {
  /** Who is asked for new tickets; undefined while that is not known. */
  readonly state = input<LlmState>();
  /** Those that one can go back to, and the one that answers. */
  readonly models = input<readonly SuggesterModel[]>([]);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly api = inject(ReplaysApi);
  private readonly notifications = inject(Notifications);
  private readonly listed = this.api.list();
  private readonly list = lastValue(this.listed);
  /** The newest at first. It stays, whatever others begin, until another one is chosen. */
  private readonly id = linkedSignal<ReplayList | undefined, string | undefined>({
    source: this.list,
    computation: (list, before) => before?.value ?? list?.results[0]?.id,
  });
  private readonly answer = this.api.replay(this.id);

  protected readonly order = inject(ReplayForm);
  protected readonly submission = inject(Submission);
  protected readonly controls = this.order.form.controls;
  protected readonly preview = this.api.preview(this.order.order);
  protected readonly ending = signal(false);
  protected readonly previewProblem = computed(() => readableProblem(this.preview.error()));
  protected readonly fewest = FEWEST;
  protected readonly previewWords = previewWords;
  protected readonly costWords = costWords;
  protected readonly plan = computed(() => (this.preview.hasValue() ? this.preview.value() : null));
  protected readonly tooFew = computed(() => (this.plan()?.tickets ?? this.fewest) < this.fewest);
  protected readonly shown = lastValue(this.answer);
  protected readonly problem = computed(() => readableProblem(this.answer.error() ?? this.listed.error()));
  protected readonly open = computed(() => {
    const shown = this.shown();
    return shown !== undefined && isOpen(shown);
  });
  /** Another one than the one that is shown. */
  protected readonly otherOpen = computed(() =>
    (this.list()?.results ?? []).some((one) => one.id !== this.id() && isOpen(one)),
  );
  /** The desk does one at a time. */
  protected readonly busy = computed(() => this.open() || this.otherOpen());
  protected readonly choices: readonly Segment<Compared>[] = [
    { value: 'thresholds', label: 'Thresholds' },
    { value: 'model', label: 'Own model' },
    { value: 'llm', label: 'LLM' },
  ];
  protected readonly modelOptions = computed(() =>
    this.models().map(({ id, version, why, created_at: at, state }) => ({
      id,
      label: `${why === 'starter' ? 'Starter' : minuteWords(Date.parse(at))}, ${version}${state === 'active' ? ', answers now' : ''}`,
    })),
  );
  protected readonly others = computed(() =>
    (this.list()?.results ?? [])
      .filter(({ id }) => id !== this.id())
      .slice(0, 10)
      .map((one) => ({
        ...one,
        words: `${sideWords(one.plan.candidate)}: ${one.result?.category.words[0] ?? `${STATES[one.state]}.`}`,
      })),
  );

  /** Fills in the form for a model; nothing is begun. */
  prefill(model: number): void {
    this.order.compareModel(model);
    this.host.nativeElement.querySelector('input')?.focus();
  }

  protected start(event: Event): void {
    event.preventDefault();
    const order = this.order.order();
    if (!order || this.busy()) return;
    this.submission.send(
      this.order.form,
      () => this.api.start(order),
      ({ id }) => {
        this.id.set(id);
        this.listed.reload();
      },
      { 'candidate.llm_model': 'llm_model', 'candidate.model': 'model' },
    );
  }

  protected cancel(id: string): void {
    this.ending.set(true);
    this.api
      .cancel(id)
      .pipe(finalize(() => this.ending.set(false)))
      .subscribe({ error: (error: unknown) => this.notifications.showError('The replay was not cancelled', error) })
      .add(() => this.answer.reload());
  }

  protected choose(id: string): void {
    this.id.set(id);
  }

  /** Reads all of it again. */
  refresh(): void {
    this.listed.reload();
    this.answer.reload();
  }

  protected stateWords({ state, interruptions }: Replay): string {
    const again =
      interruptions === 0 ? '' : `, interrupted ${interruptions === 1 ? 'once' : `${interruptions} times`} and gone on`;
    return `: ${STATES[state]}${again}`;
  }
}
