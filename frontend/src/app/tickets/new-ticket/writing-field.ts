import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  input,
  output,
  viewChild,
} from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { characters } from '../../ui/characters';
import { isComposing } from '../../ui/composing';
import { WRONG_WHEN_SAID, fieldMessage } from '../../ui/field-message';
import { fieldValue } from '../../ui/field-value';
import { written } from '../../ui/written';
import { decidingWords } from './deciding-words';
import { MarkedText } from './marked-text';
import { onOneLine } from './ticket-text';

let ids = 0;

/**
 * Text being written, as high as it needs, with the words that decided the suggestion marked. A mirror of the text lies
 * behind the transparent text area: it carries the marks and gives the height. Both scroll in one box, so that they
 * always wrap alike.
 */
@Component({
  selector: 'desk-writing-field',
  imports: [MarkedText, MatError, MatFormField, MatHint, MatIcon, MatInput, ReactiveFormsModule],
  templateUrl: './writing-field.html',
  styleUrl: './writing-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WritingField {
  readonly label = input.required<string>();
  /** Its errors are sentences. */
  readonly control = input.required<FormControl<string>>();
  /** Excerpts to mark wherever they stand in the text. */
  readonly marks = input<readonly string[]>([]);
  /** What belongs here, with the count of characters beside it; gives way to the legend of the marks. */
  readonly hint = input<string>();
  readonly max = input(0);
  readonly readonly = input(false);
  /** Line breaks become spaces, and Enter leaves the field. */
  readonly singleLine = input(false, { transform: booleanAttribute });
  /** Takes the focus when the dialog opens. */
  readonly initialFocus = input(false, { transform: booleanAttribute });
  /** Enter was pressed in a single line. */
  readonly left = output();

  protected readonly matcher = WRONG_WHEN_SAID;
  protected readonly message = fieldMessage(this.control);
  protected readonly id = `desk-writing-field-${ids++}`;
  /** A line break at the end begins a line only when something stands on it. */
  protected readonly lastLine = '\u200b';

  private readonly area = viewChild.required<MatInput, ElementRef<HTMLTextAreaElement>>(MatInput, { read: ElementRef });
  private readonly text = fieldValue(this.control, '');
  protected readonly segments = computed(() => decidingWords(this.text(), this.marks()));
  protected readonly hasMarks = computed(() => this.segments().some((segment) => segment.decided));
  protected readonly count = computed(() => characters(written(this.text(), this.singleLine())).toLocaleString('en'));
  protected readonly limit = computed(() => this.max().toLocaleString('en'));

  focus(): void {
    this.area().nativeElement.focus();
  }

  protected joinLines(): void {
    if (!this.singleLine()) return;
    const area = this.area().nativeElement;
    const line = onOneLine(area.value);
    if (line === area.value) return;
    const caret = onOneLine(area.value.slice(0, area.selectionStart)).length;
    this.control().setValue(line);
    area.setSelectionRange(caret, caret);
  }

  protected leaveLine(event: Event): void {
    if (!this.singleLine() || isComposing(event)) return;
    event.preventDefault();
    this.left.emit();
  }
}
