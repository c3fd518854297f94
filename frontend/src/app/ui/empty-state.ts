import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from './icon-set';

/** Says why nothing is here, in one sentence, and holds the buttons that lead out. */
@Component({
  selector: 'desk-empty-state',
  imports: [MatIcon],
  template: `
    <span class="glyph"><mat-icon [svgIcon]="icon()" /></span>
    <h2 class="t-medium">{{ heading() }}</h2>
    @if (text(); as sentence) {
      <p>{{ sentence }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styleUrl: './state.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
  readonly text = input<string>();
}
