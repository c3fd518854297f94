import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { type Observable, finalize, switchMap } from 'rxjs';
import type { MailTrialResult } from '../../api/admin-model';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { WIRE_NAMES } from './server-form';
import { STATE_WORDS, STEP_ICONS, stepTime, stepWords } from './trial-words';

/** How a mail server does as it is typed in a dialog, step by step, and the way to try it. */
@Component({
  selector: 'desk-mail-trial',
  imports: [MatButton, MatIcon],
  template: `
    <header>
      <h3 class="t-small">Test of the set-up</h3>
      <p class="small quiet">{{ about() }}</p>
      <button
        matButton="outlined"
        class="button-small"
        type="button"
        disabledInteractive
        [disabled]="submission.saving()"
        (click)="try()"
      >
        <mat-icon svgIcon="replay" />{{ steps() ? 'Test again' : 'Test' }}
      </button>
    </header>
    <p class="sr" role="status">{{ spoken() }}</p>
    @if (steps(); as all) {
      <ol #list>
        @for (one of all; track one.step) {
          <li [class]="one.state">
            <mat-icon class="icon-20" [svgIcon]="icons[one.state]" />
            <div>
              <p class="name">
                {{ words(one) }}<span class="sr">, {{ states[one.state] }}</span>
              </p>
              <p class="detail small">{{ one.detail }}</p>
            </div>
            @if (one.state !== 'skipped') {
              <span class="small quiet num">{{ time(one) }}</span>
            }
          </li>
        }
      </ol>
    }
  `,
  styleUrl: './mail-trial.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailTrial {
  readonly form = input.required<AbstractControl>();
  /** Asks the desk how each step goes. */
  readonly ask = input.required<() => Observable<MailTrialResult>>();
  readonly about = input.required<string>();

  protected readonly submission = inject<DialogSubmission<unknown>>(DialogSubmission);
  /** Null before it was tried, and once what is typed is something else. */
  private readonly result = signal<MailTrialResult | null>(null);
  protected readonly steps = computed(() => this.result()?.steps ?? null);
  /** Which servers seem to stand before the mailbox, beyond what is typed. */
  readonly proposal = computed(() => this.result()?.proposal ?? null);
  private readonly trying = signal(false);
  readonly running = this.trying.asReadonly();
  private readonly list = viewChild<unknown, ElementRef<HTMLElement>>('list', { read: ElementRef });
  protected readonly words = stepWords;
  protected readonly time = stepTime;
  protected readonly icons = STEP_ICONS;
  protected readonly states = STATE_WORDS;
  protected readonly spoken = computed(() => {
    const steps = this.steps();
    if (!steps) return '';
    const failed = steps.find(({ state }) => state === 'failed');
    return failed ? `${stepWords(failed)}: ${failed.detail}` : 'Every step worked';
  });

  constructor() {
    // Below what is typed there is seldom room.
    effect(() => this.list()?.nativeElement.scrollIntoView({ block: 'nearest' }));
    toObservable(this.form)
      .pipe(
        switchMap((form) => form.valueChanges),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.result.set(null));
  }

  try(): void {
    const call = () => {
      this.trying.set(true);
      return this.ask()().pipe(finalize(() => this.trying.set(false)));
    };
    this.submission.send(this.form(), call, (result) => this.result.set(result), WIRE_NAMES);
  }
}
