import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { AdminLlmApi } from '../../api/admin-llm-api';
import type { LlmQuestion, LlmState } from '../../api/admin-model';
import { failureOf } from '../../kit/forms/failure';
import { atMost, needed } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { TextField } from '../../ui/text-field';
import { written } from '../../ui/written';
import { asksLlm } from './asked-words';
import { type Outcome, TryAnswer } from './try-answer';

type Asked = NonNullable<LlmQuestion['by']>;

const HEADINGS: Readonly<Record<Asked, string>> = { local: "The desk's own", llm: 'The LLM' };

/** Asks about a text that is no ticket: the desk's own suggester and, if there is one, the LLM, at the same time. */
@Component({
  selector: 'desk-llm-try-box',
  imports: [MatButton, MatIcon, ReactiveFormsModule, TextField, TryAnswer],
  providers: [Submission],
  templateUrl: './llm-try-box.html',
  styleUrl: './llm-try-box.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'llm-try' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LlmTryBox {
  private readonly api = inject(AdminLlmApi);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly submission = inject(Submission);
  /** Who is asked for new tickets; undefined while that is not known. */
  readonly state = input<LlmState>();

  protected readonly form = this.build.group({
    title: this.build.control('', atMost(200, 'Title must be at most 200 characters long.')),
    description: this.build.control('', [
      needed('Description is needed.'),
      atMost(20_000, 'Description must be at most 20000 characters long.', false),
    ]),
  });
  protected readonly withLlm = computed(() => asksLlm(this.state()));
  private readonly outcomes = signal<Readonly<Partial<Record<Asked, Outcome>>>>({});
  protected readonly asked = computed(() => {
    const outcomes = this.outcomes();
    return (Object.keys(outcomes) as Asked[]).map((by) => ({
      by,
      heading: HEADINGS[by],
      outcome: outcomes[by] ?? null,
    }));
  });
  protected readonly asking = computed(() => this.asked().some(({ outcome }) => outcome === null));

  protected ask(): void {
    if (this.asking() || !this.submission.check(this.form)) return;
    const asked: Asked[] = this.withLlm() ? ['local', 'llm'] : ['local'];
    this.outcomes.set(Object.fromEntries(asked.map((by) => [by, null])));
    const { title, description } = this.form.getRawValue();
    const heading = written(title, true);
    const question = { ...(heading && { title: heading }), description: written(description, false) };
    for (const by of asked) {
      // One that fails says why, and the other stands.
      this.api.ask({ ...question, by }).subscribe({
        next: (answer) => this.settle(by, answer),
        error: (error: unknown) => this.settle(by, { failed: failureOf(error) }),
      });
    }
  }

  private settle(by: Asked, outcome: Outcome): void {
    this.outcomes.update((all) => ({ ...all, [by]: outcome }));
  }
}
