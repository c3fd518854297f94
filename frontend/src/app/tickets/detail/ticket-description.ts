import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { descriptionParts } from './description-parts';

/** What the customer wrote: always text, never markup. */
@Component({
  selector: 'desk-ticket-description',
  template: `
    @for (paragraph of paragraphs(); track $index) {
      <p>
        @for (part of paragraph; track $index) {
          @if (part.code) {
            <code [textContent]="part.text"></code>
          } @else {
            <span [textContent]="part.text"></span>
          }
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      max-width: 72ch;
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
      line-height: 22px;
    }

    p {
      min-width: 0;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDescription {
  readonly text = input.required<string>();
  protected readonly paragraphs = computed(() => descriptionParts(this.text()));
}
