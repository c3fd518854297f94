import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTableModule } from '@angular/material/table';
import type { AdminToken, TokenFilter } from '../../api/admin-model';
import { AdminTokensApi } from '../../api/admin-tokens-api';
import { People } from '../../api/people';
import { Age } from '../../ui/age';
import { EmptyState } from '../../ui/empty-state';
import { PersonTag } from '../../ui/person-tag';
import { PageHead } from '../frame/page-head';
import { Address } from '../../kit/list/address';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { counted } from '../../ui/count-words';
import { FilterRow } from '../../kit/list/filter-row';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { ListBody } from '../../kit/list/list-body';
import { Moment } from '../../ui/moment';
import { ListChanges } from '../../kit/list/list-changes';
import { ListFollowing } from '../../kit/list/list-following';
import { PagedList } from '../../kit/list/paged-list';
import { personChoices } from '../../kit/list/choices';
import { TokenActions } from './token-actions';
import { IsolatedPipe } from '../../ui/isolated';

/** Everybody's API tokens: what they may do, when they were last used, and the way to stop one. */
@Component({
  selector: 'desk-tokens-page',
  imports: [
    Age,
    ChoiceChip,
    EmptyState,
    FilterRow,
    IgnoredBanner,
    IsolatedPipe,
    ListBody,
    ListChanges,
    MatButton,
    MatIcon,
    MatTableModule,
    Moment,
    PageHead,
    PersonTag,
  ],
  providers: [Address, TokenActions],
  templateUrl: './tokens-page.html',
  styleUrls: ['../frame/page.scss', '../../kit/list/table.scss', './tokens-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokensPage {
  private readonly actions = inject(TokenActions);
  protected readonly address = inject(Address);
  protected readonly people = inject(People);

  private readonly chip = viewChild.required(ChoiceChip);
  protected readonly owner = computed(() => this.address.number('user'));
  /** What of the address is understood. */
  protected readonly honoured = computed(() => ({ user: this.owner()?.toString() ?? '' }));
  private readonly filter = computed<TokenFilter>(() => ({ user: this.owner() }));
  private readonly pages = inject(AdminTokensApi).pages;
  protected readonly list = new PagedList(this.pages, this.filter);
  protected readonly following = new ListFollowing(this.list, this.pages, ['tokens.changed', 'people.changed']);
  protected readonly owners = computed(() => personChoices(this.people.all()));
  protected readonly count = computed(() => {
    const count = this.list.count();
    return count === undefined ? '' : counted(count, 'token');
  });
  protected readonly columns = ['name', 'owner', 'scopes', 'created', 'used', 'expires', 'actions'];

  protected revoke(token: AdminToken): void {
    this.actions.revoke(token).subscribe((id) => this.list.remove(id));
  }

  protected choose(owner: string | undefined): void {
    this.address.change({ user: owner ?? null });
  }

  protected clear(): void {
    this.focusChip();
    this.choose(undefined);
  }

  protected focusChip(): void {
    this.chip().focus();
  }
}
