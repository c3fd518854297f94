import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

const PAGES = [
  { path: '/account/password', label: 'Password', icon: 'password' },
  { path: '/account/signature', label: 'Signature', icon: 'signature' },
  { path: '/account/tokens', label: 'API tokens', icon: 'key' },
  { path: '/account/sessions', label: 'Sessions', icon: 'devices' },
] as const;

/** The pages of a person's own account, with the way from one to the other beside or above them. */
@Component({
  selector: 'desk-account-frame',
  imports: [MatIcon, RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <div class="side">
      <h1 class="t-large">Account</h1>
      <nav aria-label="Account">
        @for (page of pages; track page.path) {
          <a [routerLink]="page.path" routerLinkActive="current" ariaCurrentWhenActive="page">
            <mat-icon class="icon-20" [svgIcon]="page.icon" />{{ page.label }}
          </a>
        }
      </nav>
    </div>
    <router-outlet />
  `,
  styleUrl: './account-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountFrame {
  protected readonly pages = PAGES;
}
