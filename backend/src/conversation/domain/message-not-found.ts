import { DomainError } from '../../common/problems/domain-error.ts';

/** Under this number of the ticket stands no message. */
export class MessageNotFound extends DomainError {
  constructor(ticket: number, number: number) {
    super('message_not_found', `There is no message ${number} of ticket #${ticket}.`);
  }
}
