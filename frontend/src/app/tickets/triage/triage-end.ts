import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import { counted } from '../../ui/count-words';
import { TriageSession } from './triage-session';

/** The end of a session: how it went, and the way on. */
@Component({
  selector: 'desk-triage-end',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <desk-empty-state icon="check" [heading]="heading()" [text]="words()">
      <button matButton="filled" type="button" (click)="session.restart()">Go on</button>
      <a matButton="tonal" routerLink="/tickets">Back to the tickets</a>
    </desk-empty-state>
  `,
  styles: `
    :host {
      display: grid;
      place-content: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriageEnd {
  protected readonly session = inject(TriageSession);
  protected readonly heading = computed(() => {
    const sorted = this.session.figures()?.sorted ?? 0;
    return sorted === 0 ? 'No ticket sorted' : `${counted(sorted, 'ticket')} sorted`;
  });
  protected readonly words = computed(() => {
    const figures = this.session.figures();
    if (!figures) return '';
    const { counts, pace, agreement, taught } = figures;
    const kept = agreement ? ` ${agreement.kept} of ${agreement.of} proposals kept.` : '';
    const learns = taught > 0 ? ` The desk learns from ${counted(taught, 'decision')}.` : '';
    return `${counts}. ${pace ?? 0} s a ticket.${kept}${learns}`;
  });
}
