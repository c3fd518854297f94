import {
  ChangeDetectionStrategy,
  Component,
  afterRenderEffect,
  computed,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { Observable } from 'rxjs';
import { BellApi } from '../../api/bell-api';
import { lastValue } from '../../api/last-value';
import type { Account, BellEntry } from '../../api/model';
import { Age } from '../../ui/age';
import { Avatar } from '../../ui/avatar';
import { CustomerFace } from '../../ui/customer-face';
import { KeyCap } from '../../ui/key-cap';
import { Skeleton } from '../../ui/skeleton';
import { Notifications } from '../notifications';
import { BellOpening } from './bell-opening';
import { badgeText, didOf, saidOf, unreadWords, whoOf } from './bell-words';

/** What concerns the person who is signed in: how many of it is unread, and a list that leads to the tickets. */
@Component({
  selector: 'desk-bell',
  imports: [
    Age,
    Avatar,
    CustomerFace,
    KeyCap,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './bell.html',
  styleUrl: './bell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Bell {
  private readonly api = inject(BellApi);
  private readonly messages = inject(Notifications);
  private readonly opening = inject(BellOpening);
  private readonly trigger = viewChild.required(MatMenuTrigger);

  readonly user = input.required<Account>();

  protected readonly newest = this.api.newest();
  private readonly page = lastValue(this.newest);
  protected readonly unread = computed(() => this.page()?.unread ?? 0);
  protected readonly badge = computed(() => badgeText(this.unread()));
  protected readonly words = computed(() => (this.page() ? unreadWords(this.unread()) : ''));
  protected readonly label = computed(() => (this.unread() > 0 ? `For you, ${this.words()}` : 'For you'));
  protected readonly entries = computed(() => {
    const { display_name: name, username } = this.user();
    return this.page()?.results.map((entry) => ({
      ...{ entry, who: whoOf(entry), did: didOf(entry), said: saidOf(entry, [name, username]) },
      // Those of the desk have a number.
      person: entry.by?.id ?? null,
    }));
  });

  constructor() {
    let seen = 0;
    afterRenderEffect(() => {
      const asked = this.opening.asked();
      if (asked === seen) return;
      seen = asked;
      untracked(() => this.trigger().openMenu());
    });
  }

  /** Its ticket is opened by the link. */
  protected read(entry: BellEntry): void {
    if (!entry.read) this.mark(this.api.read(entry));
  }

  protected readAll(): void {
    const ids = this.page()?.results.map(({ id }) => id) ?? [];
    this.mark(this.api.readUntil(Math.max(...ids)));
  }

  /** Without closing the list. */
  protected tryAgain(event: Event): void {
    event.stopPropagation();
    this.newest.reload();
  }

  private mark(marked: Observable<unknown>): void {
    marked.subscribe({
      next: () => this.newest.reload(),
      error: (error: unknown) => this.messages.showError('It still counts as unread', error),
    });
  }
}
