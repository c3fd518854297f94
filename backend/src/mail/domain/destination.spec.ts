import { type Destination, MAILS_IN_HOUR, type MailFacts, REPLIES_IN_HOUR, destinationOf } from './destination.ts';
import type { ReadMail } from './read-mail.ts';

const MAIL: ReadMail = {
  identity: null,
  ...{ messageId: 'a@x', answers: [], writtenAt: null, sender: { name: 'Anna', address: 'anna@example.org' } },
  ...{
    replyTo: [],
    to: [],
    cc: [],
    reachedAt: [],
    subject: 'Printer',
    text: 'Help',
    folded: '',
    html: null,
    files: [],
  },
  ...{ kind: 'person', report: null, suppressesReplies: false, encrypted: false, fault: null },
};
const FACTS: MailFacts = {
  ...{ proof: 'unknown', by: 'desk', addressed: null, answered: null, named: null, fromItself: false },
  lately: { all: 0, replies: 0 },
};

describe('where a mail goes', () => {
  it.each<readonly [string, Partial<ReadMail>, Partial<MailFacts>, Partial<Destination>]>([
    ['a mail of a person becomes a ticket', {}, {}, { to: 'ticket' }],
    ['so does what a program or a list writes', { kind: 'automatic' }, {}, { to: 'ticket' }],
    ['an answer becomes a message', {}, { answered: 7 }, { to: 'message', ticket: 7, reopens: true }],
    [
      'its address counts before what it answers',
      {},
      { addressed: 6, answered: 7 },
      { to: 'message', ticket: 6, reopens: true },
    ],
    [
      'what it answers counts before a number',
      {},
      { answered: 7, named: 8, proof: 'confirmed' },
      { to: 'message', ticket: 7 },
    ],
    ['a number joins with proof', {}, { named: 8, proof: 'confirmed' }, { to: 'message', ticket: 8 }],
    ['a number alone joins nothing', {}, { named: 8 }, { to: 'ticket' }],
    ['a vacation opens nothing again', { kind: 'reply' }, { answered: 7 }, { to: 'message', reopens: false }],
    ['a vacation that answers nothing waits', { kind: 'reply' }, {}, { to: 'quarantined' }],
    [
      'the fourth vacation waits',
      { kind: 'reply' },
      { answered: 7, lately: { all: 3, replies: REPLIES_IN_HOUR } },
      { to: 'quarantined' },
    ],
    ['a flood waits', {}, { lately: { all: MAILS_IN_HOUR, replies: 0 } }, { to: 'quarantined' }],
    ['what is denied waits, whatever it answers', {}, { proof: 'denied', answered: 7 }, { to: 'quarantined' }],
    ['a mail from the desk itself waits', {}, { fromItself: true }, { to: 'quarantined' }],
    ['but for one that tries it', { messageId: 'desk-test-1@x' }, { fromItself: true }, { to: 'passed_over' }],
    ['which nobody else writes', { messageId: 'desk-test-1@x' }, {}, { to: 'ticket' }],
    ['what names no sender waits', { sender: null }, {}, { to: 'quarantined' }],
    ['what cannot be read waits', { fault: 'Too many parts' }, {}, { to: 'quarantined', reason: 'Too many parts' }],
    ['what is denied waits, whatever its address', {}, { proof: 'denied', addressed: 7 }, { to: 'quarantined' }],
    ['a report is one', { kind: 'delivery' }, { answered: 7 }, { to: 'report' }],
    ['a report on a domain is passed over', { kind: 'statistics' }, { answered: 7 }, { to: 'passed_over' }],
    ['a complaint waits for an admin', { kind: 'complaint' }, { answered: 7 }, { to: 'quarantined' }],
    ['a receipt is passed over', { kind: 'receipt' }, { answered: 7 }, { to: 'passed_over' }],
  ])('%s', (_, mail, facts, destination) => {
    expect(destinationOf({ ...MAIL, ...mail }, { ...FACTS, ...facts })).toMatchObject(destination);
  });
});
