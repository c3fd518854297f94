import { ChangeDetectionStrategy, Component, ElementRef, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type ContactFilter, ContactsApi } from '../../api/contacts-api';
import { Address } from '../../kit/list/address';
import { FilterRow } from '../../kit/list/filter-row';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { ListBody } from '../../kit/list/list-body';
import { ListChanges } from '../../kit/list/list-changes';
import { ListFollowing } from '../../kit/list/list-following';
import { PagedList } from '../../kit/list/paged-list';
import { SearchBox } from '../../kit/list/search-box';
import { CustomerFace } from '../../ui/customer-face';
import { EmptyState } from '../../ui/empty-state';

/** Those who write to the desk, found by name or address; the newest first. */
@Component({
  selector: 'desk-contacts-page',
  imports: [
    CustomerFace,
    EmptyState,
    FilterRow,
    IgnoredBanner,
    ListBody,
    ListChanges,
    MatButton,
    RouterLink,
    SearchBox,
  ],
  providers: [Address],
  templateUrl: './contacts-page.html',
  styleUrl: './contacts-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactsPage {
  protected readonly address = inject(Address);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly search = computed(() => this.address.text('search'));
  private readonly filter = computed<ContactFilter>(() => ({ search: this.search() }));
  private readonly pages = inject(ContactsApi).pages;
  protected readonly list = new PagedList(this.pages, this.filter, 'contacts');
  protected readonly following = new ListFollowing(this.list, this.pages, ['contacts.changed']);

  protected find(search: string): void {
    this.address.change({ search });
  }

  protected clear(): void {
    this.find('');
    this.focus();
  }

  protected focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }
}
