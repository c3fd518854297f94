import type { Sender } from '../config/sender-account.ts';
import type { Credentials } from './credentials.ts';

/** The sender as mails are sent by it. */
export interface UsableSender extends Omit<Sender, 'password'> {
  readonly credentials: Credentials;
}
