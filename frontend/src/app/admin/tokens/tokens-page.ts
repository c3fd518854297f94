import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTableModule } from '@angular/material/table';
import type { AdminToken, TokenFilter } from '../../api/admin-model';
import { AdminTokensApi } from '../../api/admin-tokens-api';
import { People } from '../../api/people';
import { Notifications } from '../../core/notifications';
import { Age } from '../../ui/age';
import { EmptyState } from '../../ui/empty-state';
import { PersonTag } from '../../ui/person-tag';
import { AdminOverview } from '../admin-overview';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { PageHead } from '../frame/page-head';
import { Address } from '../../kit/list/address';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { counted } from '../../ui/count-words';
import { FilterRow } from '../../kit/list/filter-row';
import { ListBody } from '../../kit/list/list-body';
import { Moment } from '../../ui/moment';
import { PagedList } from '../../kit/list/paged-list';
import { personChoices } from '../../kit/list/choices';

/** Everybody's API tokens: what they may do, when they were last used, and the way to stop one. */
@Component({
  selector: 'desk-tokens-page',
  imports: [
    Age,
    ChoiceChip,
    EmptyState,
    FilterRow,
    ListBody,
    MatButton,
    MatIcon,
    MatTableModule,
    Moment,
    PageHead,
    PersonTag,
  ],
  providers: [Address],
  templateUrl: './tokens-page.html',
  styleUrls: ['../frame/page.scss', '../../kit/list/table.scss', './tokens-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokensPage {
  private readonly api = inject(AdminTokensApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  private readonly overview = inject(AdminOverview);
  protected readonly address = inject(Address);
  protected readonly people = inject(People);

  private readonly chip = viewChild.required(ChoiceChip);
  protected readonly owner = computed(() => this.address.number('user'));
  private readonly filter = computed<TokenFilter>(() => ({ user: this.owner() }));
  protected readonly list = new PagedList(this.api.pages, this.filter);
  protected readonly owners = computed(() => personChoices(this.people.all()));
  protected readonly count = computed(() => {
    const count = this.list.count();
    return count === undefined ? '' : counted(count, 'token');
  });
  protected readonly columns = ['name', 'owner', 'scopes', 'created', 'used', 'expires', 'actions'];

  protected revoke(token: AdminToken): void {
    const owner = this.people.name(token.user);
    const question = {
      heading: `Revoke “${token.name}”?`,
      consequences: [
        `What works with this token of ${owner} gets no answer any more, from the next call on.`,
        'This cannot be undone; a new token can be made in its place.',
      ],
      confirm: 'Revoke',
      danger: true,
      run: () => this.api.revoke(token.id),
    };
    this.dialogs.confirm(question).subscribe(() => {
      this.list.remove(token.id);
      this.overview.reload();
      this.notifications.show(`The token “${token.name}” was revoked`);
    });
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
