import { DomainError } from '../../common/problems/domain-error.ts';

/** No ticket has this number. */
export class TicketNotFound extends DomainError {
  constructor(id: number) {
    super('ticket_not_found', `There is no ticket #${id}.`);
  }
}
