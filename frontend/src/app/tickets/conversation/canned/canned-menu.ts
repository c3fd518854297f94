import { ChangeDetectionStrategy, Component, inject, input, output, viewChild } from '@angular/core';
import { type Observable, map, switchMap, timer } from 'rxjs';
import { type CannedAnswer, CannedAnswersApi } from '../../../api/canned-answers-api';
import { counted } from '../../../ui/count-words';
import type { CaretField } from '../caret/caret-field';
import { CaretMenu, type CaretOption, type Chosen } from '../caret/caret-menu';
import { type Known, filledIn, filledInLine } from './filled-in';
import { slashWord } from './slash-word';

/** Whoever types on does not ask for each letter. */
export const TYPING_MS = 120;
const LIMIT = 20;

interface CannedOption extends CaretOption {
  readonly answer: CannedAnswer;
}

/** Canned answers for a word that begins with `/`. */
@Component({
  selector: 'desk-canned-menu',
  imports: [CaretMenu],
  template: `
    <desk-caret-menu
      label="Canned answers"
      sign="/"
      does="insert, names filled in"
      [counted]="counted"
      [field]="field()"
      [wordIn]="wordIn"
      [find]="find"
      (chosen)="take($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CannedMenu {
  readonly field = input.required<CaretField>();
  readonly known = input.required<Known>();
  /** One was put into the message. */
  readonly taken = output<CannedAnswer>();

  private readonly api = inject(CannedAnswersApi);
  private readonly menu = viewChild.required(CaretMenu);
  protected readonly wordIn = slashWord;
  protected readonly counted = (count: number): string => counted(count, 'canned answer');

  /** Those whose name has the word come first. */
  protected readonly find = (word: string): Observable<readonly CannedOption[]> => {
    const isNamed = ({ name }: CannedAnswer) => name.toLowerCase().includes(word.toLowerCase());
    return timer(TYPING_MS).pipe(
      switchMap(() => this.api.find(word, LIMIT)),
      map((all) =>
        [...all.filter(isNamed), ...all.filter((answer) => !isNamed(answer))].map((one) => this.option(one)),
      ),
    );
  };

  /** Opens it at the caret. */
  open(): void {
    this.menu().open();
  }

  protected take({ option, length }: Chosen<CannedOption>): void {
    this.field().replaceBeforeCaret(length, filledIn(option.answer.text, this.known()));
    this.taken.emit(option.answer);
  }

  private option(answer: CannedAnswer): CannedOption {
    const { id, name, text, attachments } = answer;
    return { id, name, answer, files: attachments.length, line: filledInLine(text, this.known()) };
  }
}
