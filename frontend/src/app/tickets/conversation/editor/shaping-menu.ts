import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { KeyCap } from '../../../ui/key-cap';
import { SHAPINGS, keyWords } from './editor-commands';
import type { MarkdownEditor } from './markdown-editor';

/** The ways to shape what is written behind one button, where a bar of them has no room. */
@Component({
  selector: 'desk-shaping-menu',
  imports: [KeyCap, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MatTooltip],
  template: `
    <button
      matIconButton
      class="icon-button-small touch-48"
      type="button"
      aria-label="Formatting"
      matTooltip="Formatting"
      [matMenuTriggerFor]="menu"
      [matMenuTriggerRestoreFocus]="false"
      (menuClosed)="editor().focus()"
    >
      <mat-icon svgIcon="text_format" />
    </button>
    <mat-menu #menu="matMenu" yPosition="above">
      <ng-template matMenuContent>
        @for (shaping of shapings; track shaping.name) {
          @let on = editor().isShaped(shaping);
          <button
            mat-menu-item
            role="menuitemcheckbox"
            [class.on]="on"
            [attr.aria-checked]="on"
            (click)="editor().shape(shaping)"
          >
            <mat-icon [svgIcon]="shaping.icon" />
            <span class="line"
              >{{ shaping.name }} <desk-key-cap decorative>{{ keyWords(shaping) }}</desk-key-cap></span
            >
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    .on {
      background: var(--mat-sys-secondary-container);
    }

    .line {
      display: flex;
      gap: 24px;
      align-items: center;
      justify-content: space-between;
    }

    // Nobody presses keys on a phone.
    @media (max-width: 599px) {
      desk-key-cap {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShapingMenu {
  readonly editor = input.required<MarkdownEditor>();

  protected readonly shapings = SHAPINGS;
  protected readonly keyWords = keyWords;
}
