import type { Erasure } from '../../api/model';
import { counted } from '../../ui/count-words';
import { countText } from '../../ui/numbers';

/** How far an erasure is: "Being erased: 4,000 of 90,000 mails have been gone over". */
export function erasureWords({ step, tickets, messages, mails, mails_in_all: inAll }: Erasure): string {
  switch (step) {
    case 'tickets':
      return tickets === 0
        ? 'Being erased: their words go'
        : `Being erased: words are gone from ${counted(tickets, 'ticket')} so far`;
    case 'mails':
      return `Being erased: ${countText(mails)} of ${counted(inAll ?? mails, 'mail')} gone over`;
    case 'rest':
      return 'Being erased: what else is known of them goes';
    case 'done':
      return `Erased for good: ${counted(messages, 'text')} in ${counted(tickets, 'ticket')}, and all that was known of them`;
  }
}
