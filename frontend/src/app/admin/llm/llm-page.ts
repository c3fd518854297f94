import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { AdminLlmApi } from '../../api/admin-llm-api';
import { problemOf } from '../../api/problem-error';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { PageHead } from '../frame/page-head';
import { figure } from '../../ui/count-words';
import { Moment } from '../../ui/moment';
import { milliseconds } from '../overview/health';
import { failureWords } from './failure-words';
import { LlmTryBox } from './llm-try-box';

/** The model behind the suggestions: which it is, how it has been, and a place to try it. */
@Component({
  selector: 'desk-llm-page',
  imports: [ErrorState, LlmTryBox, MatIcon, MatIconButton, MatTooltip, Moment, PageHead, Skeleton],
  templateUrl: './llm-page.html',
  styleUrls: ['../frame/page.scss', './llm-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LlmPage {
  private readonly answer = inject(AdminLlmApi).state();
  private readonly refresher = viewChild.required<unknown, ElementRef<HTMLElement>>('refresher', { read: ElementRef });

  protected readonly state = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = computed(() => {
    const error = this.answer.error();
    return error && (problemOf(error) ?? { message: 'Something unexpected happened.', requestId: null });
  });
  protected readonly settings = computed(() => {
    const state = this.state();
    if (!state) return null;
    const { model, prompt_version: prompt } = state;
    return [
      { label: 'Provider', value: state.provider },
      ...(model === null ? [] : [{ label: 'Model', value: model }]),
      { label: 'Address', value: state.base_url ?? "The provider's own" },
      ...(prompt === null ? [] : [{ label: 'Prompt', value: `Version ${prompt}` }]),
      { label: 'Longest wait', value: milliseconds(state.timeout_ms) },
      { label: 'Longer, to load', value: milliseconds(state.load_timeout_ms) },
      { label: 'Not taken by its server', value: state.not_taken.join(', ') || 'Nothing known' },
    ];
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

  protected reload(): void {
    this.refresher().nativeElement.focus();
    this.answer.reload();
  }
}
