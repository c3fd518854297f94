import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { ContactsApi } from '../../api/contacts-api';
import type { Contact } from '../../api/model';
import { problemOf, readableProblem } from '../../api/problem-error';
import { PageTitle } from '../../core/page-title';
import { Session } from '../../core/session';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { numberInAddress } from '../../kit/list/number-in-address';
import { ErasureProgress } from '../../tickets/erasure/erasure-progress';
import { PersonMenu } from '../../tickets/erasure/person-menu';
import { SimilarList } from '../../tickets/similar/similar-list';
import { CustomerFace } from '../../ui/customer-face';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { isolated } from '../../ui/isolated';
import { Skeleton } from '../../ui/skeleton';
import { type ChangedContact, ContactDialog } from './contact-dialog';
import { ContactEdits } from './contact-edits';
import { MergeContactDialog } from './merge-dialog';

const TICKETS = 50;

/** Somebody who writes to the desk: how to reach them, what the desk knows of them, and what they have asked. */
@Component({
  selector: 'desk-contact-page',
  imports: [
    CustomerFace,
    EmptyState,
    ErasureProgress,
    ErrorState,
    MatButton,
    MatIcon,
    PersonMenu,
    RouterLink,
    SimilarList,
    Skeleton,
  ],
  templateUrl: './contact-page.html',
  styleUrl: './contact-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactPage {
  /** Their number, from the address. */
  readonly id = input.required<string>();

  private readonly api = inject(ContactsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly edits = inject(ContactEdits);
  private readonly router = inject(Router);

  protected readonly most = TICKETS;
  protected readonly isAdmin = inject(Session).isAdmin;
  private readonly number = computed(() => numberInAddress(this.id()));
  private readonly resource = this.api.contact(this.number);
  /** Who was merged into another is read as that one. */
  protected readonly contact = this.resource.asReadonly();
  private readonly asked = this.api.ticketsAsked(this.number, TICKETS);
  protected readonly tickets = computed(() => (this.asked.hasValue() ? this.asked.value().results : undefined));
  protected readonly hasMore = computed(() => this.asked.hasValue() && this.asked.value().next_cursor !== null);
  protected readonly problem = computed(() => readableProblem(this.resource.error()));
  protected readonly ticketsProblem = computed(() => readableProblem(this.asked.error()));
  protected readonly missing = computed(
    () => this.number() === undefined || problemOf(this.resource.error())?.status === 404,
  );
  protected readonly facts = computed(() => {
    if (!this.resource.hasValue()) return [];
    const { organisation, organisation_by_hand: byHand, language, time_zone: timeZone } = this.resource.value();
    const domain = this.resource.value().organisation_by_domain?.domain ?? '';
    const where =
      organisation && `${isolated(organisation.name)}, ${byHand ? 'chosen by hand' : `by its domain ${domain}`}`;
    return [
      { name: 'Organisation', value: where },
      { name: 'Language', value: language },
      { name: 'Time zone', value: timeZone },
    ].filter(({ value }) => value !== null);
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(this.resource.hasValue() ? this.resource.value().name : undefined));
    inject(DestroyRef).onDestroy(() => title.set(undefined));
    this.edits.takenBack.pipe(takeUntilDestroyed()).subscribe((contact) => this.readAs(contact));
  }

  protected reload(): void {
    this.resource.reload();
  }

  protected reloadTickets(): void {
    this.asked.reload();
  }

  protected edit(contact: Contact): void {
    this.dialogs.form<ContactDialog, ChangedContact>(ContactDialog, contact).subscribe((changed) => {
      this.resource.set(changed.after);
      this.edits.changed(changed);
    });
  }

  protected merge(contact: Contact): void {
    this.dialogs.form<MergeContactDialog, Contact>(MergeContactDialog, contact).subscribe((into) => {
      void this.router.navigate(['/contacts', into.id]);
      this.edits.merged(contact, into);
    });
  }

  protected takeBack(merged: Pick<Contact, 'id' | 'name'>): void {
    this.edits.takeApart(merged);
  }

  /** Something was taken back, of this contact or of one of whom they were a part. */
  private readAs(contact: Contact): void {
    // Their number may have been read as another one until now.
    if (this.number() === contact.id) this.resource.set(contact);
    else this.resource.reload();
    this.asked.reload();
  }
}
