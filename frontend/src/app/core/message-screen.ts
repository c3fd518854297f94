import type { MessageAction } from './message-action';

/** A sentence, and what can be done about it. */
export interface Message {
  readonly text: string;
  readonly action: MessageAction | undefined;
}

/** What draws messages. */
export interface MessageScreen {
  show(message: Message): void;
}
