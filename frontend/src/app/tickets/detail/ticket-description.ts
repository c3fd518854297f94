import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { descriptionParts } from './description-parts';

/** What the customer wrote: always text, never markup; addresses are links. Each paragraph runs in its own direction. */
@Component({
  selector: 'desk-ticket-description',
  template: `
    @for (paragraph of paragraphs(); track $index) {
      <p dir="auto">
        @for (part of paragraph; track $index) {
          @if (part.code) {
            <code [textContent]="part.text"></code>
          } @else if (part.href) {
            <a [href]="part.href" target="_blank" rel="noopener noreferrer" [textContent]="part.text"></a>
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
      tab-size: 4;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDescription {
  readonly text = input.required<string>();
  protected readonly paragraphs = computed(() => descriptionParts(this.text()));
}
