import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { LlmTry } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import { type Failure } from '../../kit/forms/failure';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { ABSTENTIONS } from '../../tickets/new-ticket/abstention-words';
import { ConfidenceMeter } from '../../ui/confidence-meter';
import { FirstGuess } from '../../ui/first-guess';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { categoryOption, priorityOption } from '../../ui/vocabulary';
import { milliseconds } from '../overview/health';
import { failureWords } from './failure-words';

/** What came of asking one: nothing yet, the answer, or why the question could not be asked. */
export type Outcome = LlmTry | { readonly failed: Failure } | null;

/** What one of those who suggest makes of a text: values, how sure, by which words, or why not, and how long it took. */
@Component({
  selector: 'desk-try-answer',
  imports: [ConfidenceMeter, FailureBanner, FirstGuess, MatIcon, MatProgressBar, Token, ValueTag],
  templateUrl: './try-answer.html',
  styleUrl: './try-answer.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TryAnswer {
  private readonly categories = inject(Categories);
  readonly heading = input.required<string>();
  readonly outcome = input.required<Outcome>();

  protected readonly failed = computed(() => {
    const outcome = this.outcome();
    return outcome && 'failed' in outcome ? outcome.failed : null;
  });
  protected readonly answer = computed(() => {
    const outcome = this.outcome();
    return outcome && !('failed' in outcome) ? outcome : null;
  });
  protected readonly fields = computed(() => {
    const answer = this.answer();
    if (answer?.failure_reason !== null) return [];
    const { options, confidence, reasons, abstained_because: doubt } = answer;
    const category = (key: string) => categoryOption({ key, label: this.categories.label(key) });
    return [
      {
        label: 'Category',
        options: options.category.map(category),
        confidence: confidence.category,
        reasons: reasons.category,
        silence: doubt ? ABSTENTIONS[doubt].words : 'No suggestion',
      },
      {
        label: 'Priority',
        options: options.priority.map((value) => priorityOption(value)),
        confidence: confidence.priority,
        reasons: reasons.priority,
        silence: 'No suggestion',
      },
    ];
  });
  protected readonly why = computed(() => {
    const reason = this.answer()?.failure_reason;
    return reason ? failureWords(reason) : '';
  });
  protected readonly said = computed(() => this.answer()?.server_message ?? '');
  protected readonly took = computed(() => {
    const answer = this.answer();
    if (!answer) return '';
    const model = answer.model === 'built-in' ? null : answer.model;
    return `${model ? `${model}, ` : ''}${milliseconds(answer.latency_ms)}`;
  });
}
