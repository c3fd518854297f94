import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from './icon-set';

/**
 * Stays until what it says is mended: a passing condition as `warning`, a failed save as `error`.
 * Put the sentence inside, and a `<button matButton class="button-small">` or `desk-try-again` for the way out.
 */
@Component({
  selector: 'desk-banner',
  imports: [MatIcon],
  template: `
    <mat-icon class="icon-20" [svgIcon]="icon()" />
    <span class="text"><ng-content /></span>
    <ng-content select="button, a, desk-try-again" />
  `,
  styles: `
    :host {
      --mat-button-text-label-text-color: currentColor;
      --mat-button-text-state-layer-color: currentColor;

      display: flex;
      align-items: center;
      gap: 12px;
      padding: 10px 12px 10px 16px;
      border-radius: 12px;
      background: var(--desk-warning-container);
      color: var(--desk-on-warning-container);
      font: var(--mat-sys-body-medium);
    }

    :host(.error) {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }

    .text {
      flex: 1;
      min-width: 0;
    }
  `,
  host: { '[class]': 'kind()', '[attr.role]': "kind() === 'error' ? 'alert' : 'status'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Banner {
  readonly kind = input<'warning' | 'error'>('warning');
  protected readonly icon = computed<IconName>(() => (this.kind() === 'error' ? 'error' : 'sync_problem'));
}
