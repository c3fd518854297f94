import { ChangeDetectionStrategy, Component, type ElementRef, input, output, viewChild } from '@angular/core';

/** The text of a message, in Markdown; it grows with what is written. */
@Component({
  selector: 'desk-message-field',
  template: `
    <textarea
      #area
      dir="auto"
      rows="3"
      maxlength="20000"
      [attr.aria-label]="label()"
      [placeholder]="placeholder()"
      [value]="text()"
      (input)="written.emit(area.value)"
    ></textarea>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    textarea {
      display: block;
      field-sizing: content;
      width: 100%;
      min-height: 60px;
      max-height: min(40dvh, 360px);
      padding: 8px 16px 4px;
      border: 0;
      outline: none;
      background: none;
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
      letter-spacing: var(--mat-sys-body-medium-tracking);
      resize: none;
    }

    textarea::placeholder {
      color: var(--desk-quiet);
      opacity: 1;
    }

    @media (max-width: 599px) {
      textarea {
        min-height: 96px;
        font-size: 16px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageField {
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly text = input.required<string>();
  readonly written = output<string>();

  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  focus(): void {
    this.area().nativeElement.focus();
  }
}
