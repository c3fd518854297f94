import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { Account } from '../../api/model';
import { Avatar } from '../../ui/avatar';
import { registerIcons } from '../../ui/icons';
import { Notifications } from '../notifications';
import { PageLoad } from '../page-load';
import { Session } from '../session';
import { type Scheme, Theme } from '../theme';
import { IsolatedPipe, isolated } from '../../ui/isolated';
import { ACCOUNT_MENU_ICONS } from './account-menu-icons';

const PAGES = [
  { path: '/canned-answers', label: 'Canned answers', icon: 'quickreply' },
  { path: '/account/password', label: 'Password', icon: 'password' },
  { path: '/account/signature', label: 'Signature', icon: 'signature' },
  { path: '/account/tokens', label: 'API tokens', icon: 'key' },
  { path: '/account/sessions', label: 'Sessions', icon: 'devices' },
] as const;

const THEMES: readonly { scheme: Scheme | null; label: string; icon: string }[] = [
  { scheme: null, label: 'System theme', icon: 'brightness_auto' },
  { scheme: 'light', label: 'Light theme', icon: 'light_mode' },
  { scheme: 'dark', label: 'Dark theme', icon: 'dark_mode' },
];

/** The avatar with the menu of the account behind it. It comes because somebody asked for it, so it opens at once. */
@Component({
  selector: 'desk-account-menu',
  imports: [Avatar, IsolatedPipe, MatIcon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './account-menu.html',
  styleUrls: ['./avatar-button.scss', './account-menu.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  private readonly notifications = inject(Notifications);
  private readonly pageLoad = inject(PageLoad);
  private readonly session = inject(Session);
  private readonly theme = inject(Theme);
  private readonly trigger = viewChild.required(MatMenuTrigger);

  readonly user = input.required<Account>();
  /** The person asks for the list of keyboard shortcuts. */
  readonly shortcuts = output();

  protected readonly pages = PAGES;
  protected readonly themes = THEMES;
  protected readonly chosenTheme = this.theme.choice;
  protected readonly role = computed(() => (this.user().role === 'admin' ? 'Administrator' : 'Agent'));
  protected readonly description = computed(
    () => `${isolated(this.user().display_name)}, ${this.user().username}, ${this.role()}`,
  );

  constructor() {
    registerIcons(ACCOUNT_MENU_ICONS);
    afterNextRender(() => this.trigger().openMenu());
  }

  protected choose(scheme: Scheme | null): void {
    this.theme.choose(scheme);
  }

  protected signOut(): void {
    this.session.signOut().subscribe({
      next: () => this.pageLoad.go('/sign-in'),
      error: (error: unknown) => this.notifications.showError('You are still signed in', error),
    });
  }
}
