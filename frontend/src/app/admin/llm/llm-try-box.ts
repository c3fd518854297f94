import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { type Observable } from 'rxjs';
import { AdminLlmApi } from '../../api/admin-llm-api';
import type { LlmTry } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import { ConfidenceMeter } from '../../ui/confidence-meter';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { categoryOption, priorityOption } from '../../ui/vocabulary';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { atMost, needed } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { TextField } from '../../ui/text-field';
import { milliseconds } from '../overview/health';
import { written } from '../../ui/written';
import { failureWords } from './failure-words';

/** Asks the model about a text that is not a ticket. Nothing of it is stored. */
@Component({
  selector: 'desk-llm-try-box',
  imports: [
    ConfidenceMeter,
    FailureBanner,
    MatButton,
    MatIcon,
    MatProgressBar,
    ReactiveFormsModule,
    TextField,
    Token,
    ValueTag,
  ],
  providers: [Submission],
  templateUrl: './llm-try-box.html',
  styleUrl: './llm-try-box.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'llm-try' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LlmTryBox {
  private readonly api = inject(AdminLlmApi);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly categories = inject(Categories);
  protected readonly submission = inject(Submission);

  protected readonly form = this.build.group({
    title: this.build.control('', atMost(200, 'Title must be at most 200 characters long.')),
    description: this.build.control('', [
      needed('Description is needed.'),
      atMost(20_000, 'Description must be at most 20000 characters long.', false),
    ]),
  });
  protected readonly answer = signal<LlmTry | null>(null);

  protected readonly suggestions = computed(() => {
    const answer = this.answer();
    if (answer?.failure_reason !== null) return null;
    const key = answer.suggested_category;
    const category = categoryOption({ key, label: this.categories.label(key) });
    return [
      { label: 'Category', option: category, confidence: answer.confidence.category, reasons: answer.reasons.category },
      {
        label: 'Priority',
        option: priorityOption(answer.suggested_priority),
        confidence: answer.confidence.priority,
        reasons: answer.reasons.priority,
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
    return `${answer.model ? `${answer.model}, ` : ''}${milliseconds(answer.latency_ms)}`;
  });

  protected ask(): void {
    this.submission.send(
      this.form,
      () => this.question(),
      (answer) => this.answer.set(answer),
    );
  }

  private question(): Observable<LlmTry> {
    this.answer.set(null);
    const { title, description } = this.form.getRawValue();
    const heading = written(title, true);
    return this.api.ask({ ...(heading && { title: heading }), description: written(description, false) });
  }
}
