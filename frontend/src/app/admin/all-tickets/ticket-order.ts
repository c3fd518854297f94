import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Address } from '../../kit/list/address';
import { SORTS, sortIn } from './ticket-sort';

/** The order of the tickets, kept in the address. */
@Component({
  selector: 'desk-ticket-order',
  imports: [MatButton, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    <button matButton type="button" [attr.aria-label]="'Order: ' + label()" [matMenuTriggerFor]="menu">
      <mat-icon svgIcon="swap_vert" />{{ label() }}
    </button>
    <mat-menu #menu="matMenu" class="desk-value-menu" aria-label="Order">
      <ng-template matMenuContent>
        @for (one of sorts; track one.value) {
          <button
            mat-menu-item
            role="menuitemradio"
            [attr.aria-checked]="one.value === sort()"
            (click)="address.change({ sort: one.value === 'newest' ? null : one.value })"
          >
            <span>{{ one.label }}</span>
            @if (one.value === sort()) {
              <span class="check"><mat-icon class="icon-18" svgIcon="check" /></span>
            }
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketOrder {
  protected readonly address = inject(Address);
  protected readonly sorts = SORTS;
  protected readonly sort = computed(() => sortIn(this.address));
  protected readonly label = computed(() => SORTS.find(({ value }) => value === this.sort())?.label ?? '');
}
