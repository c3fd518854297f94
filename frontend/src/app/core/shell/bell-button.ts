import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Session } from '../session';
import { Bell } from './bell';
import { BellOpening } from './bell-opening';

/** The bell. It comes once the page has: until then a button of the same looks stands there. */
@Component({
  selector: 'desk-bell-button',
  imports: [Bell, MatIcon, MatIconButton],
  template: `
    @if (session.user(); as user) {
      @defer (on idle; when opening.asked() > 0) {
        <desk-bell [user]="user" />
      } @placeholder {
        <button
          matIconButton
          type="button"
          aria-label="For you"
          aria-haspopup="menu"
          aria-expanded="false"
          (click)="opening.ask()"
        >
          <mat-icon svgIcon="notifications" />
        </button>
      }
    }
  `,
  styles: `
    :host {
      flex: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BellButton {
  protected readonly session = inject(Session);
  protected readonly opening = inject(BellOpening);
}
