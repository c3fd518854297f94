import { DomainError } from '../../common/problems/domain-error.ts';

/** There is none, or none for whoever asks. */
export class AttachmentNotFound extends DomainError {
  constructor() {
    super('attachment_not_found', 'It never was, was removed, or went with its ticket.');
  }
}
