import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { PortalApi } from '../../api/portal-api';
import { Notifications } from '../../core/notifications';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { atMost, needed } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { Attaching } from '../../tickets/conversation/attaching';
import { AttachingTo } from '../../tickets/conversation/attaching-to';
import { sizeWords } from '../../ui/size-words';
import { TextField } from '../../ui/text-field';
import { ValueSelect } from '../../ui/value-select';
import { categoryOption } from '../../ui/vocabulary';
import { PortalDesk } from '../portal-desk';
import { PortalSession } from '../portal-session';
import { NEW_TICKET, PortalWriting } from '../portal-writing';

/** A customer writes a ticket. What is begun is kept in this browser until it is sent. */
@Component({
  selector: 'desk-write-page',
  imports: [
    Attaching,
    FailureBanner,
    MatButton,
    MatIcon,
    MatIconButton,
    ReactiveFormsModule,
    RouterLink,
    TextField,
    ValueSelect,
  ],
  providers: [PortalWriting, { provide: AttachingTo, useExisting: PortalWriting }, Submission],
  templateUrl: './write-page.html',
  styleUrl: './write-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WritePage {
  private readonly api = inject(PortalApi);
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);
  private readonly desk = inject(PortalDesk);
  protected readonly session = inject(PortalSession);
  protected readonly submission = inject(Submission);
  protected readonly writing = inject(PortalWriting);

  protected readonly form = inject(NonNullableFormBuilder).group({
    title: [
      '',
      [needed('Say in a few words what it is about.'), atMost(200, (by) => `Shorten it by ${by} characters.`)],
    ],
    description: [
      '',
      [
        needed('Tell us what happened.'),
        atMost(20_000, (by) => `Shorten it by ${by} characters, or attach the rest as a file.`, false),
      ],
    ],
    category: '',
  });
  /** Empty where nobody is asked. */
  protected readonly categories = computed(() =>
    (this.desk.info()?.categories ?? []).map((category) => categoryOption(category)),
  );
  /** "up to 25 MB". */
  protected readonly most = computed(() => {
    const bytes = this.desk.info()?.attachment_max_bytes;
    return bytes === undefined ? '' : `up to ${sizeWords(bytes)}`;
  });
  protected readonly address = computed(() => this.session.customer()?.address ?? 'you');

  constructor() {
    effect(() => {
      // What is kept belongs to whoever is signed in.
      this.session.customer();
      untracked(() => this.writing.open(NEW_TICKET, this.form));
    });
  }

  protected send(event?: Event): void {
    event?.preventDefault();
    const { writing } = this;
    if (writing.waitsFor()) return;
    const { category, ...texts } = this.form.getRawValue();
    const attachments = writing.fileIds();
    const ticket = { ...texts, ...(category && { category }), ...(attachments.length > 0 && { attachments }) };
    this.submission.send(
      this.form,
      () => writing.once(ticket, (key) => this.api.write(ticket, key)),
      ({ id }) => this.finish(id),
    );
  }

  private finish(id: number): void {
    this.writing.done();
    this.notifications.show('Sent. It is in our queue');
    void this.router.navigateByUrl(`/portal/tickets/${id}`, { replaceUrl: true });
  }
}
