import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTableModule } from '@angular/material/table';
import { type Observable } from 'rxjs';
import type { AdminUser, UserFilter } from '../../api/admin-model';
import { AdminUsersApi } from '../../api/admin-users-api';
import { Session } from '../../core/session';
import { Age } from '../../ui/age';
import { Avatar } from '../../ui/avatar';
import { EmptyState } from '../../ui/empty-state';
import { PageHead } from '../frame/page-head';
import { Address } from '../../kit/list/address';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { FilterRow } from '../../kit/list/filter-row';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { ListBody } from '../../kit/list/list-body';
import { ListChanges } from '../../kit/list/list-changes';
import { ListFollowing } from '../../kit/list/list-following';
import { PagedList } from '../../kit/list/paged-list';
import { sameFilter } from '../../kit/list/same-filter';
import { SearchBox } from '../../kit/list/search-box';
import { counted } from '../../ui/count-words';
import { UserActions } from './user-actions';
import { ROLE_LABELS, stateWords } from './user-words';
import { IsolatedPipe } from '../../ui/isolated';

const ROLES = ['agent', 'admin'] as const;
const STATES = ['active', 'deactivated'] as const;

/** The people of the desk: who may sign in, as what, and since when they did not. */
@Component({
  selector: 'desk-users-page',
  imports: [
    Age,
    Avatar,
    ChoiceChip,
    EmptyState,
    FilterRow,
    IgnoredBanner,
    IsolatedPipe,
    ListBody,
    ListChanges,
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTableModule,
    PageHead,
    SearchBox,
  ],
  providers: [Address, UserActions],
  templateUrl: './users-page.html',
  styleUrls: ['../frame/page.scss', '../../kit/list/table.scss', './users-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsersPage {
  private readonly api = inject(AdminUsersApi);
  private readonly session = inject(Session);
  protected readonly actions = inject(UserActions);
  protected readonly address = inject(Address);

  protected readonly role = computed(() => this.address.oneOf('role', ROLES));
  protected readonly state = computed(() => this.address.oneOf('state', STATES));
  /** What of the address is understood. */
  protected readonly honoured = computed(() => ({
    search: this.address.text('search'),
    role: this.role() ?? '',
    state: this.state() ?? '',
  }));
  private readonly filter = computed<UserFilter>(
    () => {
      const state = this.state();
      return {
        search: this.address.text('search'),
        role: this.role(),
        active: state === undefined ? undefined : state === 'active',
      };
    },
    { equal: sameFilter },
  );
  protected readonly list = new PagedList(this.api.pages, this.filter);
  protected readonly following = new ListFollowing(this.list, this.api.pages, ['people.changed']);
  protected readonly filtered = computed(() =>
    Object.values(this.filter()).some((value) => value !== undefined && value !== ''),
  );
  protected readonly count = computed(() => {
    const count = this.list.count();
    return count === undefined
      ? ''
      : counted(count, this.filtered() ? 'match' : 'user', this.filtered() ? 'matches' : 'users');
  });

  protected readonly columns = ['person', 'role', 'state', 'seen', 'actions'];
  protected readonly roleChoices = ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }));
  protected readonly stateChoices = [
    { value: 'active', label: 'Active' },
    { value: 'deactivated', label: 'Deactivated' },
  ];
  protected readonly roleLabels: Readonly<Record<string, string>> = ROLE_LABELS;
  protected readonly stateWords = stateWords;
  private readonly adder = viewChild.required<unknown, ElementRef<HTMLElement>>('adder', { read: ElementRef });

  protected isYou(user: AdminUser): boolean {
    return user.id === this.session.user()?.id;
  }

  protected create(): void {
    this.actions.create().subscribe(() => this.list.reload());
  }

  /** What was done to one person shows in its row. */
  protected follow(done: Observable<AdminUser>): void {
    done.subscribe((user) => this.list.replace(user));
  }

  protected clear(): void {
    this.focusAdder();
    this.address.change({ search: null, role: null, state: null });
  }

  protected focusAdder(): void {
    this.adder().nativeElement.focus();
  }
}
