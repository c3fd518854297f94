import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { counted, figure } from '../../ui/count-words';
import type { Selection } from './selection';

/** What to do with the tickets that are ticked, at the foot of their list. */
@Component({
  selector: 'desk-selection-bar',
  imports: [MatButton, MatIcon, MatIconButton],
  template: `
    <span class="l-large" role="status">{{ words() }}</span>
    @if (offer(); as label) {
      <button matButton class="button-small" type="button" (click)="selection().selectAll()">{{ label }}</button>
    }
    <span class="actions">
      <button matButton="filled" class="button-small" type="button" (click)="changing.emit()">
        <mat-icon svgIcon="edit" />Change
      </button>
      <button matButton="outlined" class="button-small" type="button" (click)="deleting.emit()">
        <mat-icon svgIcon="delete" />Delete
      </button>
      <button matIconButton class="icon-button-small" type="button" aria-label="Select none" (click)="cleared.emit()">
        <mat-icon svgIcon="close" />
      </button>
    </span>
  `,
  styleUrl: './selection-bar.scss',
  host: { role: 'group', 'aria-label': 'Selected tickets' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectionBar {
  readonly selection = input.required<Selection>();
  /** How many match in all, and whether that is counted to the end. */
  readonly total = input.required<number>();
  readonly exact = input(true);
  readonly changing = output();
  readonly deleting = output();
  readonly cleared = output();

  private readonly matching = computed(() => figure(this.total(), this.exact()));
  protected readonly words = computed(() =>
    this.selection().all()
      ? `All ${this.matching()} selected`
      : `${counted(this.selection().size(), 'ticket')} selected`,
  );
  protected readonly offer = computed(() => {
    const selection = this.selection();
    const more = selection.page() === 'all' && !selection.all() && (this.total() > selection.size() || !this.exact());
    return more ? `Select all ${this.matching()} that match` : '';
  });
}
