import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { AdminLlmApi } from '../../api/admin-llm-api';
import type { LlmTry } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import { ConfidenceMeter } from '../../ui/confidence-meter';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { categoryOption, priorityOption } from '../../ui/vocabulary';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { notBlank, showFieldErrors } from '../../kit/forms/form-errors';
import { TextField } from '../../ui/text-field';
import { milliseconds } from '../overview/health';
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
  templateUrl: './llm-try-box.html',
  styleUrl: './llm-try-box.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'llm-try' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LlmTryBox {
  private readonly api = inject(AdminLlmApi);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly categories = inject(Categories);
  private readonly description = viewChild.required<TextField>('description');

  protected readonly form = this.build.group({
    title: this.build.control('', Validators.maxLength(200)),
    description: this.build.control('', [notBlank, Validators.maxLength(20_000)]),
  });
  protected readonly asking = signal(false);
  protected readonly answer = signal<LlmTry | null>(null);
  protected readonly failure = signal<Failure | null>(null);

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
  protected readonly took = computed(() => {
    const answer = this.answer();
    if (!answer) return '';
    return `${answer.model ? `${answer.model}, ` : ''}${milliseconds(answer.latency_ms)}`;
  });

  protected ask(): void {
    if (this.asking()) return;
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      this.description().focus();
      return;
    }
    this.asking.set(true);
    this.failure.set(null);
    this.answer.set(null);
    const { title, description } = this.form.getRawValue();
    const question = { ...(title.trim() && { title: title.trim() }), description: description.trim() };
    this.api.ask(question).subscribe({
      next: (answer) => {
        this.asking.set(false);
        this.answer.set(answer);
      },
      error: (error: unknown) => {
        this.asking.set(false);
        this.failure.set(failureOf(error, showFieldErrors(error, this.form)));
      },
    });
  }
}
