import { ChangeDetectionStrategy, Component, input, viewChild } from '@angular/core';
import { type FormControl } from '@angular/forms';
import { MatError } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MarkdownEditor } from '../../tickets/conversation/editor/markdown-editor';
import { ShapingBar } from '../../tickets/conversation/editor/shaping-bar';
import { fieldMessage } from '../../ui/field-message';
import { fieldValue } from '../../ui/field-value';

let ids = 0;

/** A form field for a text in Markdown, written as it will be read; what stands in it goes below the text. */
@Component({
  selector: 'desk-markdown-field',
  imports: [MarkdownEditor, MatError, MatIcon, ShapingBar],
  template: `
    <div class="field-label" aria-hidden="true">{{ label() }}</div>
    <div class="box">
      <desk-markdown-editor
        #editor
        [label]="label()"
        [text]="text()"
        [wrong]="message() ? id : null"
        (written)="write($event)"
        (focusout)="control().markAsTouched()"
      />
      <div class="tools"><desk-shaping-bar [editor]="editor" /><ng-content /></div>
    </div>
    @if (message(); as words) {
      <mat-error [id]="id"><mat-icon class="icon-16" svgIcon="error" />{{ words }}</mat-error>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .box {
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      color: var(--mat-sys-on-surface);
    }

    .box:focus-within {
      border-color: var(--mat-sys-primary);
      box-shadow: inset 0 0 0 1px var(--mat-sys-primary);
    }

    :host(.ng-invalid) .box {
      border-color: var(--mat-sys-error);
    }

    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 0 8px 8px;
    }

    mat-error {
      display: flex;
      align-items: center;
      gap: 4px;
      margin-top: 4px;
      color: var(--mat-sys-error);
      font: var(--mat-sys-body-small);
    }
  `,
  host: { '[class.ng-invalid]': 'message() !== null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkdownField {
  readonly label = input.required<string>();
  /** Markdown. Its errors are sentences. */
  readonly control = input.required<FormControl<string>>();

  private readonly editor = viewChild.required(MarkdownEditor);
  protected readonly id = `desk-markdown-field-${ids++}`;
  protected readonly message = fieldMessage(this.control);
  protected readonly text = fieldValue(this.control, '');

  /** Puts a text at the caret, to the letter. */
  type(text: string): void {
    this.editor().typeBeforeCaret(0, text);
  }

  protected write(text: string): void {
    this.control().setValue(text);
    this.control().markAsDirty();
  }
}
