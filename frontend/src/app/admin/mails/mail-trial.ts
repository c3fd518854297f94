import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { MailTrialStep } from '../../api/admin-model';
import { STATE_WORDS, STEP_ICONS, stepTime, stepWords } from './trial-words';

/** How a mail server did when it was tried, step by step, and the way to try it. */
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
        [disabled]="busy()"
        (click)="tried.emit()"
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
  /** Null before it was tried, and once what is typed is something else. */
  readonly steps = input.required<readonly MailTrialStep[] | null>();
  readonly about = input.required<string>();
  readonly busy = input(false);
  readonly tried = output();

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
  }
}
