import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Connection } from '../api/connection';
import { HealthApi } from '../api/health-api';
import { type ReadableProblem, readableProblem } from '../api/problem-error';
import { ErrorState } from '../ui/error-state';
import { PRODUCT } from '../ui/product';
import { Mark } from './shell/mark';

type State = 'asking' | 'works' | 'down';

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Whether the desk works, for somebody who cannot get in. Asks when it is opened and whenever it is told to. */
@Component({
  selector: 'desk-system-status',
  imports: [ErrorState, Mark, MatButton, MatIcon, RouterLink],
  template: `
    <header>
      <a routerLink="/" [attr.aria-label]="product"><desk-mark /></a>
      <h1 class="t-medium" tabindex="-1">System status</h1>
    </header>
    <main id="main" tabindex="-1" aria-live="polite">
      @switch (state()) {
        @case ('asking') {
          <p class="quiet">Asking the desk…</p>
        }
        @case ('works') {
          <mat-icon class="good" svgIcon="check_circle-fill" />
          <h2 class="t-large">The desk works</h2>
          <p class="quiet">The API and its database answered at {{ at() }}.</p>
          <div class="actions">
            <button matButton="tonal" type="button" (click)="ask()"><mat-icon svgIcon="refresh" />Ask again</button>
            <a matButton routerLink="/">Go to the desk</a>
          </div>
        }
      }
      @if (problem(); as failure) {
        <desk-error-state heading="The desk does not work right now" [failed]="failure" (retry)="ask()" />
      }
    </main>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: auto 1fr;
      min-height: 100dvh;
      padding: 16px 24px;
    }

    header {
      display: flex;
      align-items: center;
      gap: 12px;
    }

    main {
      display: grid;
      align-content: center;
      justify-items: center;
      gap: 4px;
      text-align: center;
    }

    .good {
      width: 56px;
      height: 56px;
      margin-bottom: 8px;
      color: var(--desk-success-fill);
    }

    .actions {
      display: flex;
      gap: 8px;
      margin-top: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SystemStatus {
  private readonly api = inject(HealthApi);

  protected readonly product = PRODUCT;
  protected readonly state = signal<State>('asking');
  protected readonly at = signal('');
  protected readonly problem = signal<ReadableProblem | undefined>(undefined);

  constructor() {
    inject(Connection)
      .back.pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (this.state() === 'down') this.ask();
      });
    this.ask();
  }

  protected ask(): void {
    this.state.set('asking');
    this.problem.set(undefined);
    this.api.ready().subscribe({
      next: () => {
        this.at.set(clock.format(Date.now()));
        this.state.set('works');
      },
      error: (error: unknown) => {
        this.problem.set(readableProblem(error));
        this.state.set('down');
      },
    });
  }
}
