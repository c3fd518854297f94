import { ChangeDetectionStrategy, Component, afterNextRender, inject, viewChild } from '@angular/core';
import { FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Observable } from 'rxjs';
import type { MailTrialResult } from '../../api/admin-model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { MailTrial } from './mail-trial';
import { ProposedServers } from './proposed-servers';

/** What is tried: a mailbox or the sender of the environment, its server in words, and how the desk is asked. */
export interface FixedTrial {
  readonly name: string;
  readonly server: string;
  readonly about: string;
  readonly ask: () => Observable<MailTrialResult>;
}

/** Tries what is set where the desk is installed, as it is: there is nothing to type. */
@Component({
  selector: 'desk-fixed-trial-dialog',
  imports: [DialogFoot, MailTrial, MatDialogContent, MatDialogTitle, ProposedServers, ReactiveFormsModule],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title tabindex="-1">
      <span
        >Test <bdi>{{ trial.name }}</bdi></span
      >
    </h2>
    <form [formGroup]="form">
      <mat-dialog-content>
        <p class="small quiet">{{ trial.server }}. Set where the desk is installed, and tried as it is.</p>
        <desk-mail-trial #steps [about]="trial.about" [form]="form" [ask]="trial.ask" />
        @if (steps.proposal(); as proposal) {
          <desk-proposed-servers [proposal]="proposal" [fixed]="true" />
        }
      </mat-dialog-content>
      <desk-dialog-foot [hopeless]="true" action="" saving="Testing" failing="That did not work." />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FixedTrialDialog {
  protected readonly trial = inject<FixedTrial>(MAT_DIALOG_DATA);
  protected readonly form = new FormGroup({});
  private readonly steps = viewChild.required(MailTrial);

  constructor() {
    afterNextRender(() => this.steps().try());
  }
}
