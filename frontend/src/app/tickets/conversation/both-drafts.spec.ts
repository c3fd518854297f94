import type { MessageDraft } from '../../api/conversation-model';
import { bothOf } from './both-drafts';

const draft = (text: string, more: Partial<MessageDraft> = {}): MessageDraft => ({
  ...{ kind: 'reply', text, recipients: null, attachments: [], sets: {}, conversation: 1 },
  ...more,
});

describe('two drafts of one person', () => {
  it.each([
    ['that have nothing in common', '', 'Theirs', 'Mine', 'Theirs\n\nMine'],
    ['that were written on from the same words', 'Hello', 'Hello you', 'Hello, mine', 'Hello you\n\n, mine'],
    ['of which one is part of the other', 'Hello', 'Hello and more', 'Hello', 'Hello and more'],
    ['of which the other is part of the one', 'Hello', 'Hello', 'Hello and more', 'Hello and more'],
    ['of which one was emptied', 'Hello', '', 'Hello you', 'Hello you'],
  ])('%s become one', (_, base, theirs, mine, both) => {
    expect(bothOf(base, draft(theirs), draft(mine)).text).toBe(both);
  });

  it('keep their files, each once, and do not become public', () => {
    const [one, two] = ['1', '2'].map((id) => ({ id, name: 'a.png', type: 'image/png', size: 1 }));
    const theirs = draft('Theirs', { kind: 'note', attachments: [one!], conversation: 4 });
    expect(bothOf('', theirs, draft('Mine', { attachments: [one!, two!], conversation: 3 }))).toMatchObject({
      ...{ kind: 'note', attachments: [one, two], conversation: 3 },
    });
  });
});
