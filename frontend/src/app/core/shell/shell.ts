import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatFabButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { KeyCap } from '../../ui/key-cap';
import { KeyboardShortcuts } from '../keyboard-shortcuts';
import { LazyDialog } from '../lazy-dialog';
import { NewTicketLauncher } from '../new-ticket-launcher';
import { PageFocus } from '../page-focus';
import { Theme } from '../theme';
import { Viewport } from '../viewport';
import { AccountButton } from './account-button';
import { Mark } from './mark';
import { MainNav } from './main-nav';
import { SearchField } from './search-field';

/** What stands around every page of somebody who is signed in: rail, search, New ticket; on a phone search, bottom navigation, floating button. */
@Component({
  selector: 'desk-shell',
  imports: [
    AccountButton,
    KeyCap,
    MainNav,
    Mark,
    MatButton,
    MatFabButton,
    MatIcon,
    MatIconButton,
    MatTooltip,
    RouterLink,
    RouterOutlet,
    SearchField,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '[class.full-screen]': 'fullScreen()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly dialog = inject(LazyDialog);
  private readonly launcher = inject(NewTicketLauncher);
  private readonly pageFocus = inject(PageFocus);
  private readonly router = inject(Router);
  private readonly viewport = inject(Viewport);
  protected readonly theme = inject(Theme);

  protected readonly compact = this.viewport.compact;
  protected readonly themeLabel = computed(() => (this.theme.scheme() === 'dark' ? 'Light theme' : 'Dark theme'));

  private readonly arrivals = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
  private readonly wantsFullScreen = toSignal(
    this.arrivals.pipe(map(() => this.deepestRouteData()['fullScreenOnPhone'] === true)),
    { initialValue: false },
  );
  /** Pages for running the desk have actions of their own, which the floating button would cover. */
  protected readonly inAdmin = toSignal(
    this.arrivals.pipe(map(({ urlAfterRedirects: url }) => url.startsWith('/admin'))),
    { initialValue: false },
  );
  protected readonly fullScreen = computed(() => this.compact() && this.wantsFullScreen());

  constructor() {
    inject(KeyboardShortcuts).register(
      [
        { key: 'c', label: 'New ticket', group: 'Everywhere', run: () => this.newTicket() },
        { key: '?', label: 'Keyboard shortcuts', group: 'Everywhere', run: () => void this.showShortcuts() },
        // The dialog handles these itself; no list of keys can be opened above it.
        { key: 'Enter', label: 'Create the ticket', group: 'New ticket', caps: ['Ctrl', 'Enter'] },
        { key: 'Escape', label: 'Close and keep the draft', group: 'New ticket' },
      ],
      inject(DestroyRef),
    );
  }

  protected newTicket(): void {
    void this.launcher.open();
  }

  protected async showShortcuts(): Promise<void> {
    const [dialog, { ShortcutsDialog }] = await Promise.all([this.dialog.load(), import('../shortcuts-dialog')]);
    dialog.open(ShortcutsDialog, { ariaModal: true, width: '480px', maxHeight: '80dvh' });
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.pageFocus.focusMain();
  }

  private deepestRouteData(): Record<string, unknown> {
    let route = this.router.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    return route.data;
  }
}
