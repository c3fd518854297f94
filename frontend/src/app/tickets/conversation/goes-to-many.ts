import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Addressees } from '../../api/conversation-model';
import { CustomerFace } from '../../ui/customer-face';
import { isolated } from '../../ui/isolated';
import { addresseeName } from './addressees';
import { Composing } from './composing';

/** A reply would go to many whom its writer has not chosen: it rests until they have said to whom. Esc goes back to the text. */
@Component({
  selector: 'desk-goes-to-many',
  imports: [CustomerFace, MatButton],
  template: `
    <p id="desk-goes-to-many-words">
      @if (first(); as name) {
        <desk-customer-face [name]="name" />
      }
      <span
        ><b>{{ goes() }}</b
        >. Your text is kept and not sent.</span
      >
    </p>
    <div class="ways">
      <button matButton="filled" class="button-small" type="button" (click)="send(all())">Send to all</button>
      @if (first(); as name) {
        <button matButton="outlined" class="button-small" type="button" (click)="send({ to: all().to, cc: [] })">
          <span class="way">Only to {{ name }}</span>
        </button>
      }
      <button matButton class="button-small" type="button" (click)="cancel($event)">Cancel</button>
    </div>
  `,
  styleUrl: './question.scss',
  host: {
    role: 'alertdialog',
    'aria-labelledby': 'desk-goes-to-many-words',
    tabindex: '-1',
    '(keydown.escape)': 'cancel($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoesToMany {
  readonly all = input.required<Addressees>();
  /** The focus may go back to the text. */
  readonly answered = output();

  private readonly composing = inject(Composing);
  /** Who asks; undefined where nobody is known to. */
  protected readonly first = computed(() => {
    const [first] = this.all().to;
    return first && isolated(addresseeName(first));
  });
  protected readonly goes = computed(() => {
    const copies = `${this.all().cc.length} in copy`;
    const first = this.first();
    return first === undefined ? `Goes to ${copies}` : `Goes to ${first} and ${copies}`;
  });

  constructor() {
    // Not a button: whoever still holds Ctrl and Enter has not answered.
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => element.focus());
  }

  protected send(recipients: Addressees): void {
    this.composing.sendTo(recipients);
    this.answered.emit();
  }

  protected cancel(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.composing.askNoMore();
    this.answered.emit();
  }
}
