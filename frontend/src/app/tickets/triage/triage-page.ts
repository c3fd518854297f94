import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { announceTriage } from './triage-announcer';
import { TriageActions } from './triage-actions';
import { TriageChoice } from './triage-choice';
import { TriageEnd } from './triage-end';
import { TriageKeys } from './triage-keys';
import { TriageLog } from './triage-log';
import { TriageProposal } from './triage-proposal';
import { TriageSession } from './triage-session';
import { TriageSimilar } from './triage-similar';
import { TriageSuggestions } from './triage-suggestions';
import { TriageTicket } from './triage-ticket';
import { TriageTop } from './triage-top';

/** The tickets that nobody has sorted, one at a time, each with what the desk proposes and one key for each answer. */
@Component({
  selector: 'desk-triage-page',
  imports: [
    EmptyState,
    ErrorState,
    MatButton,
    RouterLink,
    Skeleton,
    TriageActions,
    TriageEnd,
    TriageLog,
    TriageProposal,
    TriageTicket,
    TriageTop,
  ],
  providers: [TriageChoice, TriageKeys, TriageSession, TriageSimilar, TriageSuggestions],
  templateUrl: './triage-page.html',
  styleUrl: './triage-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriagePage {
  private readonly router = inject(Router);
  protected readonly session = inject(TriageSession);
  /** What stands where the ticket and the proposal will. */
  protected readonly lines = ['70%', '40%', '92%', '86%', '48%'];

  constructor() {
    inject(TriageKeys).register(
      () => this.leave(),
      () => this.open(),
    );
    announceTriage();
  }

  protected leave(): void {
    void this.router.navigate(['/tickets']);
  }

  private open(): void {
    const ticket = this.session.ticket();
    if (ticket) void this.router.navigate(['/tickets', ticket.id]);
  }
}
