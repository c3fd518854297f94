import { ChangeDetectionStrategy, Component, inject, input, viewChild } from '@angular/core';
import { type Observable, of } from 'rxjs';
import { People } from '../../../api/people';
import { Session } from '../../../core/session';
import { counted } from '../../../ui/count-words';
import type { CaretField } from '../caret/caret-field';
import { CaretMenu, type CaretOption, type Chosen } from '../caret/caret-menu';
import { atWord } from './at-word';
import { peopleCalled } from './people-called';

/** Colleagues for a word that begins with `@`; who is mentioned in a note is told. */
@Component({
  selector: 'desk-mention-menu',
  imports: [CaretMenu],
  template: `
    <desk-caret-menu
      label="People"
      sign="@"
      does="mention"
      [counted]="counted"
      [field]="field()"
      [wordIn]="wordIn"
      [find]="find"
      (chosen)="take($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MentionMenu {
  readonly field = input.required<CaretField>();

  private readonly people = inject(People);
  private readonly session = inject(Session);
  private readonly menu = viewChild.required(CaretMenu);
  protected readonly wordIn = atWord;
  protected readonly counted = (count: number): string => counted(count, 'person', 'people');

  /** Those who work here, but for the writer. */
  protected readonly find = (word: string): Observable<readonly CaretOption[]> => {
    const me = this.session.user()?.id;
    const colleagues = this.people.active().filter(({ id }) => id !== me);
    return of(peopleCalled(word, colleagues).map(optionOf));
  };

  /** Opens it at the caret. */
  open(): void {
    this.menu().open();
  }

  protected take({ option, length }: Chosen<CaretOption>): void {
    this.field().typeBeforeCaret(length, `${option.line} `);
  }
}

function optionOf({ id, username, display_name: name }: { id: number; username: string; display_name: string }) {
  return { id, name, line: `@${username}`, person: id };
}
