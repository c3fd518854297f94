import { counted } from '../../ui/count-words';
import { countText } from '../../ui/numbers';
import type { ConversationLine } from './conversation-lines';
import { unreached } from './undelivered';

/** So many messages show when a ticket is opened, with what happened since the first of them. */
const MESSAGES = 3;
/** Of a long row of events between two messages so many show at its start and at its end. */
const [FIRST, LAST] = [3, 8];
/** Fewer are not worth a line that stands for them. */
const WORTH = 3;

/** A line, or what stands for some that are folded. */
export type ShownLine =
  ConversationLine | { readonly key: string; readonly message: null; readonly event: null; readonly folded: number };

/** What is shown of a conversation, and how much of it is before that. */
export interface ConversationWindow {
  readonly shown: readonly ShownLine[];
  readonly earlier: readonly ConversationLine[];
}

/** The newest messages and what happened since, after older answers that did not reach somebody; long rows of events between messages are folded unless their key is opened. */
export function conversationWindow(
  lines: readonly ConversationLine[],
  whole: boolean,
  opened: ReadonlySet<string>,
): ConversationWindow {
  const start = whole ? 0 : startOf(lines);
  const messages = lines.flatMap(({ message }) => message ?? []);
  const isLost = ({ message }: ConversationLine) => message !== null && unreached(message, messages).length > 0;
  const before = lines.slice(0, start);
  const lost = before.filter(isLost);
  const earlier = lost.length === 0 ? before : before.filter((line) => !lost.includes(line));
  return { shown: foldRows([...lost, ...lines.slice(start)], opened), earlier };
}

/** "2 earlier messages and 3 events"; `unread` entries before those are not told apart. */
export function earlierWords(earlier: readonly ConversationLine[], unread: number): string {
  if (unread > 0) return `${countText(earlier.length + unread)} earlier messages and events`;
  const messages = earlier.filter(({ message }) => message).length;
  const events = earlier.length - messages;
  if (messages === 0) return counted(events, 'earlier event');
  const words = counted(messages, 'earlier message');
  return events === 0 ? words : `${words} and ${counted(events, 'event')}`;
}

function startOf(lines: readonly ConversationLine[]): number {
  const messages = lines.flatMap(({ message }, at) => (message ? [at] : []));
  const start = messages.at(-MESSAGES) ?? 0;
  return start < WORTH ? 0 : start;
}

function foldRows(lines: readonly ConversationLine[], opened: ReadonlySet<string>): ShownLine[] {
  const shown: ShownLine[] = [];
  let row: ConversationLine[] = [];
  const endRow = () => {
    const [first] = row;
    const count = row.length - FIRST - LAST;
    if (!first || count < WORTH || opened.has(first.key)) shown.push(...row);
    else {
      const fold = { key: first.key, message: null, event: null, folded: count };
      shown.push(...row.slice(0, FIRST), { ...fold, key: `fold ${first.key}` }, ...row.slice(-LAST));
    }
    row = [];
  };
  for (const line of lines) {
    if (line.event) {
      row.push(line);
      continue;
    }
    endRow();
    shown.push(line);
  }
  endRow();
  return shown;
}
