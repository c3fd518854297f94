import { DomainError } from '../../common/problems/domain-error.ts';

/** No mail that can be shown has this id. */
export class MailNotFound extends DomainError {
  constructor(id: number) {
    super('mail_not_found', `There is no mail ${id} in quarantine, or it is no longer kept.`);
  }
}
