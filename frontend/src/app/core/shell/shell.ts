import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton, MatFabButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink, RouterOutlet } from '@angular/router';
import { KeyCap } from '../../ui/key-cap';
import { PRODUCT } from '../../ui/product';
import { NewTicketLauncher } from '../new-ticket-launcher';
import { PageFocus } from '../page-focus';
import { ShortcutsList } from '../shortcuts-list';
import { ViewCounts } from '../view-counts';
import { AccountButton } from './account-button';
import { BellButton } from './bell-button';
import { BellOpening } from './bell-opening';
import { LiveMark } from './live-mark';
import { LiveWatch } from './live-watch';
import { MainNav } from './main-nav';
import { Mark } from './mark';
import { MessagesAtHand } from './messages-at-hand';
import { NewTicketAhead } from './new-ticket-ahead';
import { NextKeys } from './next-keys';
import { PageLayout } from './page-layout';
import { PlaceKeys } from './place-keys';
import { SearchField } from './search-field';
import { ShellKeys } from './shell-keys';
import { ThemeButton } from './theme-button';

/**
 * What stands around every page of somebody who is signed in: rail, search, New ticket; on a phone search, and a bar with
 * navigation and New ticket.
 */
@Component({
  selector: 'desk-shell',
  imports: [
    AccountButton,
    BellButton,
    KeyCap,
    LiveMark,
    MainNav,
    Mark,
    MatButton,
    MatFabButton,
    MatIcon,
    MatIconButton,
    MatTooltip,
    NextKeys,
    RouterLink,
    RouterOutlet,
    SearchField,
    ThemeButton,
  ],
  providers: [BellOpening, LiveWatch, MessagesAtHand, NewTicketAhead, PageLayout, PlaceKeys, ShellKeys, ViewCounts],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '[class.full-screen]': 'layout.fullScreen()', '[class.alone]': 'layout.alone()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly launcher = inject(NewTicketLauncher);
  private readonly pageFocus = inject(PageFocus);
  private readonly shortcuts = inject(ShortcutsList);
  protected readonly layout = inject(PageLayout);
  protected readonly product = PRODUCT;

  constructor() {
    inject(ShellKeys);
    inject(LiveWatch);
    inject(MessagesAtHand);
    inject(NewTicketAhead);
    inject(PlaceKeys);
  }

  protected newTicket(): void {
    void this.launcher.open();
  }

  protected showShortcuts(): void {
    void this.shortcuts.open();
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.pageFocus.focusMain();
  }
}
