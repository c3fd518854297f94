import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { Theme } from '../theme';

/** Changes between the light and the dark theme. */
@Component({
  selector: 'desk-theme-button',
  imports: [MatIcon, MatIconButton, MatTooltip],
  template: `
    <button
      matIconButton
      type="button"
      [attr.aria-label]="label()"
      [matTooltip]="label()"
      matTooltipPosition="right"
      (click)="theme.toggle()"
    >
      <mat-icon [svgIcon]="theme.scheme() === 'dark' ? 'light_mode' : 'dark_mode'" />
    </button>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeButton {
  protected readonly theme = inject(Theme);
  protected readonly label = computed(() => (this.theme.scheme() === 'dark' ? 'Light theme' : 'Dark theme'));
}
