import { DomainError } from '../../common/problems/domain-error.ts';

/** No contact has this id. */
export class ContactNotFound extends DomainError {
  constructor(id: number) {
    super('contact_not_found', `There is no contact ${String(id)}.`);
  }
}
