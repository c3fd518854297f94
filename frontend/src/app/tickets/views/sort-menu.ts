import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { ListView } from './list-view';
import { SORTS } from './ticket-views';

/** In which order the view is shown: a button that names it and opens the others. */
@Component({
  selector: 'desk-sort-menu',
  imports: [MatButton, MatIcon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      matButton
      class="button-small"
      type="button"
      [matMenuTriggerFor]="menu"
      [attr.aria-label]="'Sort by: ' + chosen().label"
    >
      <mat-icon svgIcon="swap_vert" />{{ chosen().label }}
    </button>
    <mat-menu #menu="matMenu" class="desk-value-menu" xPosition="before" aria-label="Sort this view by">
      <p class="heading" aria-hidden="true">Sort this view by</p>
      @for (sort of sorts; track sort.name) {
        @let checked = sort === chosen();
        <button
          mat-menu-item
          role="menuitemradio"
          class="sort"
          [class.on]="checked"
          [attr.aria-checked]="checked"
          (click)="view.sortBy(sort.name)"
        >
          <mat-icon class="icon-20" [svgIcon]="sort.icon" />
          <span class="words"
            ><span class="label">{{ sort.label }}</span
            ><span class="help">{{ sort.help }}</span></span
          >
          @if (checked) {
            <span class="check"><mat-icon class="icon-20" svgIcon="check" /></span>
          }
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .heading {
      margin: 0;
      padding: 8px 12px 4px;
      color: var(--desk-quiet);
      font: var(--mat-sys-label-medium);
    }

    .sort {
      min-width: 264px;
      height: 56px;
    }

    .sort.on {
      background: color-mix(in srgb, var(--mat-sys-secondary-container) 64%, var(--desk-pane-raised));
      color: var(--mat-sys-primary);
    }

    .words {
      display: grid;
      flex: 1;
    }

    .label {
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-large);
    }

    .help {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortMenu {
  protected readonly view = inject(ListView);
  protected readonly sorts = SORTS;
  protected readonly chosen = computed(() => SORTS.find(({ name }) => name === this.view.sort()) ?? SORTS[0]);
}
