import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Viewport } from '../../core/viewport';
import { ADMIN_PAGES } from '../admin-pages';

/** The heading of an admin page with its main actions; on a phone the other pages are in a menu beside it. */
@Component({
  selector: 'desk-page-head',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, RouterLink],
  template: `
    <h1 class="t-headline" tabindex="-1">{{ heading() }}</h1>
    @if (compact()) {
      <button matIconButton class="pages" type="button" aria-label="Admin pages" [matMenuTriggerFor]="menu">
        <mat-icon svgIcon="keyboard_arrow_down" />
      </button>
      <mat-menu #menu="matMenu" class="desk-value-menu" aria-label="Admin pages">
        <ng-template matMenuContent>
          @for (page of pages; track page.path) {
            <a mat-menu-item [routerLink]="page.path">
              <mat-icon class="icon-20" [svgIcon]="page.icon" /><span>{{ page.label }}</span>
            </a>
          }
        </ng-template>
      </mat-menu>
    }
    @if (detail(); as words) {
      <span class="detail small quiet num" role="status">{{ words }}</span>
    }
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      min-height: 48px;
      padding: 0 8px;
    }

    .detail {
      margin-top: 4px;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      margin-left: auto;
    }

    .pages {
      margin-left: -8px;
    }

    @media (max-width: 599px) {
      :host {
        padding: 4px 16px 12px;
        background: var(--desk-pane);
      }

      // Read aloud only: the actions need the room.
      .detail {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHead {
  readonly heading = input.required<string>();
  /** A quiet word beside the heading, such as how many there are. */
  readonly detail = input('');
  protected readonly compact = inject(Viewport).compact;
  protected readonly pages = ADMIN_PAGES;
}
