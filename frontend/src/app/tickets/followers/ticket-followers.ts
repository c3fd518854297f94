import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { ContactCard } from '../../api/model';
import { FollowerEdits } from './follower-edits';

/** Who gets copies of what is answered to a ticket, each with a way to take them out; nothing where nobody does. */
@Component({
  selector: 'desk-ticket-followers',
  imports: [MatIcon, MatTooltip, RouterLink],
  template: `
    @if (followers().length > 0) {
      <p id="desk-in-copy" class="role">In copy</p>
      <ul aria-labelledby="desk-in-copy">
        @for (one of followers(); track one.id; let place = $index) {
          <li class="chip">
            <a [matTooltip]="one.address ?? ''" [routerLink]="['/contacts', one.id]"
              ><bdi>{{ one.name }}</bdi></a
            >
            <button
              type="button"
              [attr.aria-label]="'Take ' + one.name + ' out of the copies'"
              (click)="remove(one, place)"
            >
              <mat-icon class="icon-16" svgIcon="close" />
            </button>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './ticket-followers.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFollowers {
  readonly ticket = input.required<number>();
  readonly followers = input.required<readonly ContactCard[]>();

  private readonly edits = inject(FollowerEdits);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Where one was taken out; null while nobody was. */
  private left: number | null = null;

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      this.followers();
      if (this.left !== null) afterNextRender(() => this.keepFocus(), { injector });
    });
  }

  protected remove(who: ContactCard, place: number): void {
    this.left = place;
    this.edits.remove(this.ticket(), who);
  }

  /** The button that was used is gone: the focus goes to the next, or to the ticket. */
  private keepFocus(): void {
    const place = this.left ?? 0;
    this.left = null;
    if (document.activeElement !== document.body) return;
    const buttons = this.element.querySelectorAll<HTMLElement>('button');
    const next = buttons[Math.min(place, buttons.length - 1)];
    (next ?? this.element.closest<HTMLElement>('[tabindex="-1"]'))?.focus({ preventScroll: true });
  }
}
