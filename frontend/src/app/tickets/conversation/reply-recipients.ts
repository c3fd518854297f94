import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { Clock } from '../../ui/clock';
import { isComposing } from '../../ui/composing';
import { shortMoment } from '../../ui/moment-words';
import {
  type Addressee,
  type AddresseeRole,
  addresseeName,
  readAddressee,
  withAddressee,
  withoutAddressee,
} from './addressees';
import { Composing } from './composing';
import { TicketConversation } from './ticket-conversation';
import { addressKey, lostAnswers } from './undelivered';

/** Whom the reply goes to: everybody can be taken away, and others added by their address. */
@Component({
  selector: 'desk-reply-recipients',
  imports: [MatIcon, MatIconButton, MatTooltip],
  templateUrl: './reply-recipients.html',
  styleUrl: './reply-recipients.scss',
  host: { role: 'group', 'aria-label': 'Recipients' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplyRecipients {
  protected readonly composing = inject(Composing);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly clock = inject(Clock);
  private readonly conversation = inject(TicketConversation);
  private readonly injector = inject(Injector);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly adder = viewChild<string, ElementRef<HTMLElement>>('adder', { read: ElementRef });

  protected readonly nameOf = addresseeName;
  private readonly adding = signal(this.composing.addressing() !== '');
  /** What is typed was taken for finished. */
  private readonly tried = signal(this.composing.addressing() !== '');
  protected readonly wrong = computed(() => this.tried() && this.composing.addressing() !== '');

  /** The desk has told who asks, or somebody has said who gets it. */
  protected readonly known = computed(() => this.composing.recipients() !== undefined);
  /** What the one who is being added becomes; null while nobody is. */
  protected readonly next = computed<AddresseeRole | null>(() => {
    if (!this.adding()) return null;
    return this.composing.recipients()?.to.length === 0 ? 'to' : 'cc';
  });
  protected readonly roles = computed(() => {
    const all = this.composing.recipients();
    if (!all) return [];
    const to = { key: 'to', word: 'To', all: all.to } as const;
    const cc = { key: 'cc', word: 'Cc', all: all.cc } as const;
    return all.cc.length > 0 || this.next() === 'cc' ? [to, cc] : [to];
  });

  /** Those of the recipients whom the last answer did not reach: "finance@brandt.example did not get the answer of 10:05: mailbox full". */
  protected readonly unreached = computed<ReadonlyMap<string, string>>(() => {
    const { to = [], cc = [] } = this.composing.recipients() ?? {};
    const lost = lostAnswers(this.conversation.entries());
    const words = ({ address }: Addressee): [string, string][] => {
      const answer = lost.get(addressKey(address));
      if (!answer) return [];
      const when = shortMoment(Date.parse(answer.at), this.clock.now());
      const why = answer.detail === null ? '' : `: ${answer.detail}`;
      return [[address, `${address} did not get the answer of ${when}${why}`]];
    };
    return new Map([...to, ...cc].flatMap(words));
  });

  protected begin(): void {
    this.adding.set(true);
    this.afterwards(() => this.field()?.nativeElement.focus());
  }

  protected type(text: string): void {
    this.tried.set(false);
    this.composing.addressing.set(text);
  }

  protected press(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.composing.addressing.set('');
      this.end();
    }
    if (event.key === 'Enter') {
      // Ctrl and Enter send, with the one who was typed last.
      const isSending = event.ctrlKey || event.metaKey;
      if (this.add() && isSending) return;
      event.preventDefault();
      event.stopPropagation();
    }
    if ((event.key === ',' || event.key === ';') && readAddressee(this.composing.addressing())) {
      event.preventDefault();
      this.add();
    }
  }

  protected leave(): void {
    if (this.add()) this.adding.set(false);
  }

  protected remove(one: Addressee): void {
    const all = this.composing.recipients();
    if (!all) return;
    const place = [...all.to, ...all.cc].indexOf(one);
    this.composing.address(withoutAddressee(all, one));
    this.afterwards(() => {
      const others = this.element.querySelectorAll<HTMLElement>('.chip button');
      (others[Math.min(place, others.length - 1)] ?? this.adder()?.nativeElement)?.focus();
    });
  }

  /** Whether nothing is left in the field. */
  private add(): boolean {
    const text = this.composing.addressing();
    const all = this.composing.recipients();
    if (text.trim() !== '') {
      const one = readAddressee(text);
      this.tried.set(true);
      if (!one || !all) return false;
      this.composing.address(withAddressee(all, one));
    }
    this.composing.addressing.set('');
    return true;
  }

  private end(): void {
    this.adding.set(false);
    this.afterwards(() => this.adder()?.nativeElement.focus());
  }

  private afterwards(run: () => void): void {
    afterNextRender(run, { injector: this.injector });
  }
}
