import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailPreview, MailTemplateKind, MailTemplateWords } from '../../api/admin-model';
import { problemOf } from '../../api/problem-error';
import { failureOf } from '../../kit/forms/failure';
import { MessageHtml } from '../../tickets/conversation/message-html';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';

const PAUSE_MS = 300;

type Part = 'html' | 'text';

const PARTS: readonly Segment<Part>[] = [
  { value: 'html', label: 'Formatted' },
  { value: 'text', label: 'Plain' },
];

const EXAMPLES: Readonly<Record<MailTemplateKind, string>> = {
  reply: 'An example, answered by you. Where you have no signature your name stands for it.',
  acknowledgement: 'An example, to somebody whom their domain confirms.',
};

/** A mail as it would be sent, while its template is written. Where that is none, the one before stays, with why. */
@Component({
  selector: 'desk-template-preview',
  imports: [MessageHtml, SegmentSwitch],
  template: `
    <header>
      <h3 class="t-small">Preview</h3>
      <desk-segment-switch legend="Part of the mail" [choices]="parts" [chosen]="part()" (changed)="part.set($event)" />
    </header>
    @if (wrong(); as why) {
      <p class="wrong small" role="status">{{ why }}</p>
    }
    @if (shown(); as mail) {
      <article class="mail" [class.old]="wrong()" aria-label="Preview of the mail" tabindex="0">
        <p class="subject">{{ mail.subject }}</p>
        @if (part() === 'html') {
          <desk-message-html [html]="mail.html" />
        } @else {
          <pre>{{ mail.text }}</pre>
        }
      </article>
    }
    <p class="small quiet">{{ example() }}</p>
  `,
  styleUrl: './template-preview.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatePreview {
  readonly kind = input.required<MailTemplateKind>();
  /** As they are typed. */
  readonly words = input.required<MailTemplateWords>();

  private readonly api = inject(AdminMailSetupApi);
  private readonly mail = signal<MailPreview | null>(null);
  protected readonly shown = this.mail.asReadonly();
  protected readonly wrong = signal('');
  protected readonly example = computed(() => EXAMPLES[this.kind()]);
  protected readonly parts = PARTS;
  protected readonly part = signal<Part>('html');
  private readonly asked = computed(() => this.words(), {
    equal: (one, other) => one.subject === other.subject && one.body === other.body,
  });

  constructor() {
    toObservable(this.asked)
      .pipe(
        debounceTime(PAUSE_MS),
        switchMap((words) =>
          this.api.previewTemplate(this.kind(), words).pipe(
            map((mail) => ({ mail, wrong: '' })),
            catchError((error: unknown) => of({ mail: null, wrong: wordsOf(error) })),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ mail, wrong }) => {
        if (mail) this.mail.set(mail);
        this.wrong.set(wrong);
      });
  }
}

function wordsOf(error: unknown): string {
  return problemOf(error)?.errors[0]?.message ?? failureOf(error).why;
}
