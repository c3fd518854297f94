import type { MessageDraft } from '../../api/conversation-model';

/** One draft before another, against the older state of the conversation. */
export function joined(first: MessageDraft, then: MessageDraft): MessageDraft {
  return {
    ...withoutText(first, then),
    text: [first.text, then.text].filter((text) => text.trim() !== '').join('\n\n'),
  };
}

/**
 * Two drafts that were written on from the same one, `base`: nothing of either is lost, and what both say is said once. Theirs comes
 * first.
 */
export function bothOf(base: string, theirs: MessageDraft, mine: MessageDraft): MessageDraft {
  if (theirs.text.includes(mine.text)) return { ...withoutText(theirs, mine), text: theirs.text };
  if (mine.text.includes(theirs.text)) return { ...withoutText(theirs, mine), text: mine.text };
  const added = base.trim() !== '' && mine.text.startsWith(base) ? mine.text.slice(base.length).trimStart() : mine.text;
  return joined(theirs, { ...mine, text: added });
}

function withoutText(first: MessageDraft, then: MessageDraft): Omit<MessageDraft, 'text'> {
  const known = new Set(first.attachments.map(({ id }) => id));
  return {
    // What was for the desk alone does not become public by that.
    kind: then.kind === 'note' ? 'note' : first.kind,
    recipients: then.recipients ?? first.recipients,
    attachments: [...first.attachments, ...then.attachments.filter(({ id }) => !known.has(id))],
    sets: { ...first.sets, ...then.sets },
    conversation: Math.min(first.conversation, then.conversation),
  };
}
