import type { SenderCheck } from '../../api/conversation-model';

const CHECKED: Readonly<Record<SenderCheck['by'], string>> = {
  desk: 'The desk has asked that domain itself.',
  server: 'So the mailbox’s own server says, which the desk believes.',
};

const FOUND: Readonly<Record<SenderCheck['verdict'], readonly [label: string, why: string]>> = {
  confirmed: ['Sender confirmed', 'This mail is from the domain that it says it is from (SPF, DKIM, DMARC).'],
  failed: [
    'Sender not confirmed',
    'This mail fails the checks of the domain that it says it is from (SPF, DKIM, DMARC). Somebody else may have written it, or it was passed on or changed on its way, as by a mailing list.',
  ],
  denied: [
    'Sender denied by the domain',
    'The domain that this mail says it is from wants such mails refused (DMARC): most likely somebody else has written it. It is here as an admin has made a ticket of it.',
  ],
};

/** What is known of who a mail is from, in few words, and what that means. */
export function senderCheckWords({ verdict, by }: SenderCheck): { readonly label: string; readonly why: string } {
  const [label, why] = FOUND[verdict];
  return { label, why: `${why} ${CHECKED[by]}` };
}
