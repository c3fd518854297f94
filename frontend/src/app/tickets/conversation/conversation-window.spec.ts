import { NAMES } from '../testing/people';
import type { ConversationEntry } from '../../api/conversation-model';
import { anEvent, created } from '../testing/events';
import { aMessage, eventEntry } from '../testing/messages';
import { conversationLines } from './conversation-lines';
import { conversationWindow, earlierWords } from './conversation-window';

/** "m" is a message, "e" an event; anything else is none. */
function linesOf(story: string) {
  const field = (number: number) => ({ field: 'status' as const, from: 'open', to: number % 2 ? 'open' : 'closed' });
  return conversationLines(
    [...story].map((kind, at) => (kind === 'm' ? aMessage(at + 1) : eventEntry(anEvent(at + 1, [field(at)])))),
    NAMES,
  );
}

function shown(story: string, whole = false, opened = new Set<string>()): { earlier: string; shown: string } {
  const { earlier, shown: lines } = conversationWindow(linesOf(story), whole, opened);
  const letter = (line: (typeof lines)[number]) => (line.message ? 'm' : line.event ? 'e' : `(${line.folded})`);
  return { earlier: earlierWords(earlier, 0), shown: lines.map(letter).join('') };
}

describe('what shows of a conversation', () => {
  it.each([
    ['m', '0 earlier events', 'm'],
    ['meem', '0 earlier events', 'meem'],
    ['meeemem', '0 earlier events', 'meeemem'],
    ['meemememee', '1 earlier message and 2 events', 'mememee'],
    ['mmmmmm', '3 earlier messages', 'mmm'],
    // Two lines are not worth one that stands for them.
    ['mmmmm', '0 earlier events', 'mmmmm'],
    [`m${'e'.repeat(20)}`, '0 earlier events', 'meee(9)eeeeeeee'],
    [`m${'e'.repeat(13)}m`, '0 earlier events', `m${'e'.repeat(13)}m`],
  ])('of "%s" is "%s" and then "%s"', (story, earlier, lines) => {
    expect(shown(story)).toEqual({ earlier, shown: lines });
  });

  it('is all of it when that is wanted', () => {
    expect(shown('mmmmmm', true).shown).toBe('mmmmmm');
    expect(shown(`m${'e'.repeat(20)}`, false, new Set(['2'])).shown).toBe(`m${'e'.repeat(20)}`);
  });

  it('begins with older answers that did not reach somebody, until they have the same words', () => {
    const recipient = { role: 'to', name: '', address: 'a@x.example', detail: null } as const;
    const to = (state: 'bounced' | 'sent') => ({ text: 'Hello.', recipients: [{ ...recipient, state }] });
    const window = (again: object) => {
      const messages = [1, 2, 3, 4, 5, 6].map((number) => aMessage(number));
      messages[1] = aMessage(2, to('bounced'));
      messages[5] = aMessage(6, again);
      const { shown: lines, earlier } = conversationWindow(conversationLines(messages, NAMES), false, new Set());
      return [earlierWords(earlier, 0), lines.map((line) => line.message?.number)];
    };
    expect(window({})).toEqual(['2 earlier messages', [2, 4, 5, 6]]);
    expect(window(to('sent'))).toEqual(['3 earlier messages', [4, 5, 6]]);
  });

  it('says how much there is before', () => {
    expect(earlierWords(linesOf('me'), 0)).toBe('1 earlier message and 1 event');
    expect(earlierWords(linesOf('ee'), 0)).toBe('2 earlier events');
    expect(earlierWords(linesOf('me'), 1998)).toBe('2,000 earlier messages and events');
  });
});

describe('what a customer did on the portal', () => {
  const author = { type: 'contact', id: 12, name: 'Ruth Adler' } as const;
  const portal = { actor: null, via: 'portal' } as const;
  const status = (from: string, to: string) => [{ field: 'status' as const, from, to }];
  const names = (entries: ConversationEntry[]) =>
    conversationLines(entries, NAMES).flatMap(({ event }) => event?.name ?? []);

  it('is told by their name where they wrote something with it', () => {
    const writes = { ...eventEntry({ ...created('billing', null), ...portal }), author };
    const opens = eventEntry(anEvent(3, status('resolved', 'open'), portal));
    const closes = eventEntry(anEvent(5, status('open', 'closed'), portal));
    const answer = aMessage(2, { kind: 'incoming', author });
    expect(names([writes, answer, opens, aMessage(4), closes])).toEqual(['Ruth Adler', 'Ruth Adler', 'A customer']);
  });

  it('is told by their name where the history knows it, also what a mail did', () => {
    const contact = { id: 12, name: 'Ruth Adler' };
    const closes = eventEntry(anEvent(5, status('open', 'closed'), { ...portal, contact }));
    const opens = eventEntry(anEvent(7, status('closed', 'open'), { actor: null, via: 'system', contact }));
    expect(names([closes, aMessage(6), opens])).toEqual(['Ruth Adler', 'Ruth Adler']);
  });
});

describe('the order of a conversation', () => {
  it('is that of the versions, and what is said in between keeps changes apart', () => {
    const at = '2026-04-20T09:22:00.000Z';
    const lines = conversationLines(
      [
        eventEntry(anEvent(2, [{ field: 'status', from: 'open', to: 'in_progress' }], { at })),
        aMessage(3),
        eventEntry(anEvent(4, [{ field: 'priority', from: 'low', to: 'high' }], { at })),
        eventEntry(anEvent(5, [{ field: 'category', from: 'general', to: 'billing' }], { at })),
      ],
      NAMES,
    );
    const words = lines.map(({ message, event }) => message?.text ?? event?.words.map(({ text }) => text).join(''));
    expect(words).toEqual(['started work', 'Message number 3.', 'changed the priority and the category']);
  });
});
