import { LiveAnnouncer } from '@angular/cdk/a11y';
import { computed, effect, inject, untracked } from '@angular/core';
import { isolated } from '../../ui/isolated';
import { PRIORITY_LABELS } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import { proposalWords } from './proposal-words';
import { TriageChoice } from './triage-choice';
import { TriageSession } from './triage-session';

/** Reads aloud which ticket is at hand and what the desk says of it. Call it in an injection context of the page. */
export function announceTriage(): void {
  const announcer = inject(LiveAnnouncer);
  const choice = inject(TriageChoice);
  const names = inject(TicketNames);
  const session = inject(TriageSession);

  const proposal = computed(() => {
    if (choice.said() === 'waiting') return '';
    const state = { said: choice.said(), asked: null, retired: choice.retired() };
    const { heading } = proposalWords(state, (key) => names.category(key));
    const { category, priority } = choice.proposals();
    const value =
      category.value && `: ${names.category(category.value)}, ${PRIORITY_LABELS[priority.value || 'medium']}`;
    return ` ${heading}${category.from === 'desk' ? value : ''}.`;
  });
  let told: number | undefined;
  effect(() => {
    const ticket = session.ticket();
    const words = proposal();
    if (!ticket) return;
    const which = ticket.id === told ? '' : `Ticket #${ticket.id}: ${isolated(ticket.title)}.`;
    told = ticket.id;
    const all = `${which}${words}`.trim();
    if (all) untracked(() => void announcer.announce(all));
  });
}
