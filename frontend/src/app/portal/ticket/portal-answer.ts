import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { tap } from 'rxjs';
import { SAVED_BEFORE, problemOf } from '../../api/problem-error';
import { PortalApi } from '../../api/portal-api';
import type { PortalTaken } from '../../api/portal-model';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { needed } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { Attaching } from '../../tickets/conversation/attaching';
import { AttachingTo } from '../../tickets/conversation/attaching-to';
import { fieldMessage } from '../../ui/field-message';
import { PortalWriting } from '../portal-writing';
import { OwnTicket } from './own-ticket';

/** The box that a customer answers in. What is begun is kept in this browser for each ticket until it is sent. */
@Component({
  selector: 'desk-portal-answer',
  imports: [Attaching, CdkTextareaAutosize, FailureBanner, MatIcon, MatIconButton, MatTooltip, ReactiveFormsModule],
  providers: [PortalWriting, { provide: AttachingTo, useExisting: PortalWriting }, Submission],
  templateUrl: './portal-answer.html',
  styleUrl: './portal-answer.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PortalAnswer {
  readonly ticket = input.required<number>();
  readonly sent = output<PortalTaken>();

  private readonly api = inject(PortalApi);
  private readonly own = inject(OwnTicket);
  private readonly injector = inject(Injector);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  protected readonly submission = inject(Submission);
  protected readonly writing = inject(PortalWriting);
  protected readonly form = inject(NonNullableFormBuilder).group({ text: ['', needed('Write something first.')] });
  protected readonly message = fieldMessage(signal(this.form.controls.text));

  constructor() {
    effect(() => {
      const ticket = this.ticket();
      untracked(() => this.writing.open(ticket, this.form));
    });
  }

  protected send(event?: Event): void {
    event?.preventDefault();
    if (this.writing.waitsFor()) return;
    const ticket = this.ticket();
    const attachments = this.writing.fileIds();
    const answer = { ...this.form.getRawValue(), ...(attachments.length > 0 && { attachments }) };
    this.submission.send(
      this.form,
      () =>
        this.writing
          .once(answer, (key) => this.api.answer(ticket, answer, key))
          .pipe(tap({ error: (error: unknown) => this.lookAgain(error) })),
      (taken) => this.finish(ticket, taken),
    );
  }

  /** What an earlier try wrote is shown. */
  private lookAgain(error: unknown): void {
    if (problemOf(error)?.code === SAVED_BEFORE) this.own.reload();
  }

  private finish(ticket: number, taken: PortalTaken): void {
    // Another ticket may have been opened meanwhile.
    if (ticket === this.ticket()) this.writing.done();
    this.sent.emit(taken);
    afterNextRender(() => this.box().nativeElement.focus({ preventScroll: true }), { injector: this.injector });
  }
}
