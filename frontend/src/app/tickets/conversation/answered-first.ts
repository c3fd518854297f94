import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ConversationEntry } from '../../api/conversation-model';
import type { Status } from '../../api/model';
import { Avatar } from '../../ui/avatar';
import { Clock } from '../../ui/clock';
import { CustomerFace } from '../../ui/customer-face';
import { isolated } from '../../ui/isolated';
import { agoWords } from './ago-words';
import { Composing } from './composing';

const AND_WORDS: Readonly<Record<Status, string>> = {
  ...{ open: '', in_progress: '', resolved: ' and resolve', closed: ' and close' },
};

/** Somebody said more while a reply was written: it rests until its writer has chosen what becomes of it. */
@Component({
  selector: 'desk-answered-first',
  imports: [Avatar, CustomerFace, MatButton],
  template: `
    <p>
      @if (person(); as number) {
        <desk-avatar decorative [person]="number" [name]="name()" />
      } @else {
        <desk-customer-face [name]="name()" />
      }
      <span>
        <b dir="auto">{{ name() }} {{ did() }}</b
        >, {{ ago() }}. Your text is kept and not sent.
      </span>
    </p>
    <div class="ways">
      <button matButton="filled" class="button-small keep" type="button" (click)="composing.keepAsNote()">
        Keep as a note
      </button>
      <button matButton="outlined" class="button-small" type="button" (click)="composing.sendToo()">
        Send mine too{{ and() }}
      </button>
      <button matButton class="button-small" type="button" (click)="composing.discard()">Discard</button>
    </div>
  `,
  styleUrl: './question.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnsweredFirst {
  readonly entry = input.required<ConversationEntry>();

  private readonly clock = inject(Clock);
  protected readonly composing = inject(Composing);
  protected readonly person = computed(() => {
    const { author } = this.entry();
    return author.type === 'user' ? author.id : null;
  });
  protected readonly name = computed(() => isolated(this.entry().author.name ?? 'The customer'));
  protected readonly did = computed(() => (this.entry().kind === 'reply' ? 'answered first' : 'wrote again'));
  /** What the ticket gets with it. */
  protected readonly and = computed(() => AND_WORDS[this.composing.triedStatus() ?? 'open']);
  protected readonly ago = computed(() => agoWords(Date.parse(this.entry().at), this.clock.now()));
}
