import type { ValueOption } from '../../ui/vocabulary';
import { isolated } from '../../ui/isolated';

const STATUS_WORDS: Readonly<Record<string, string>> = {
  open: 'is open',
  in_progress: 'is in progress',
  resolved: 'resolved',
  closed: 'closed',
};

/** "Ticket #12 resolved", for the message after a change, as the person with the number `me` reads it. */
export function changeWords(id: number, option: ValueOption, me: number | null): string {
  switch (option.kind) {
    case 'status':
      return `Ticket #${id} ${STATUS_WORDS[option.value]}`;
    case 'priority':
      return `Ticket #${id} has ${option.label.toLowerCase()} priority`;
    case 'category':
      return `Ticket #${id} moved to ${isolated(option.label)}`;
    case 'assignee':
      if (option.person === null) return `Ticket #${id} is unassigned`;
      return `Ticket #${id} assigned to ${option.person === me ? 'you' : isolated(option.label)}`;
  }
}
