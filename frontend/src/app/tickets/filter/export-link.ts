import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import type { TicketFilter } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';

/** Takes all tickets of a list along, in its order, as a table for spreadsheets. */
@Component({
  selector: 'desk-export-link',
  imports: [MatIcon, MatIconButton, MatTooltip],
  template: `
    @if (address(); as csv) {
      <a
        matIconButton
        class="icon-button-small"
        download
        [href]="csv"
        aria-label="Export as CSV"
        matTooltip="Export as CSV"
      >
        <mat-icon svgIcon="download" />
      </a>
    } @else {
      <button
        matIconButton
        class="icon-button-small"
        type="button"
        disabled
        disabledInteractive
        aria-label="Export as CSV"
        matTooltip="There is nothing to export"
      >
        <mat-icon svgIcon="download" />
      </button>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportLink {
  private readonly api = inject(TicketsApi);

  /** What the list was asked for, its order too; undefined while there is no list. */
  readonly filter = input.required<TicketFilter | undefined>();
  /** How many tickets it has. */
  readonly count = input.required<number | undefined>();

  protected readonly address = computed(() => {
    const filter = this.filter();
    return filter && this.count() !== 0 ? this.api.csvAddress(filter) : null;
  });
}
