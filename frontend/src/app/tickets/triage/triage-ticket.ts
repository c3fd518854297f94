import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Ticket } from '../../api/model';
import { Age } from '../../ui/age';
import { KeyCap } from '../../ui/key-cap';
import { decidingWords } from '../new-ticket/deciding-words';
import { MarkedText } from '../new-ticket/marked-text';
import { TicketByline } from '../detail/ticket-byline';
import { TriageChoice } from './triage-choice';

/** The ticket at hand, the words marked that decided the proposal; the first line of the next one shows under it. */
@Component({
  selector: 'desk-triage-ticket',
  imports: [Age, KeyCap, MarkedText, RouterLink, TicketByline],
  templateUrl: './triage-ticket.html',
  styleUrl: './triage-ticket.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriageTicket {
  readonly ticket = input.required<Ticket>();
  readonly next = input<Ticket>();

  private readonly choice = inject(TriageChoice);
  private readonly text = viewChild.required<ElementRef<HTMLElement>>('text');
  private readonly words = computed(() => {
    const { category, priority } = this.choice.proposals();
    return [...category.reasons, ...priority.reasons];
  });
  protected readonly title = computed(() => decidingWords(this.ticket().title, this.words()));
  protected readonly paragraphs = computed(() =>
    this.ticket()
      .description.split(/\n{2,}/)
      .map((paragraph) => decidingWords(paragraph, this.words())),
  );
  protected readonly marked = computed(() =>
    [...this.title(), ...this.paragraphs().flat()].some(({ decided }) => decided),
  );

  constructor() {
    // The next one begins at its beginning.
    effect(() => {
      this.ticket();
      this.text().nativeElement.scrollTop = 0;
    });
  }
}
