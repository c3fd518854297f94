import { Injectable } from '@nestjs/common';
import { hashToken, makeOpaqueToken } from '../auth/domain/opaque-token.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { readAddress } from '../contacts/mail-address.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { LinkHolder } from './domain/link-holder.ts';
import { LINK_MINUTES } from './domain/link-mail.ts';
import { LinkMails } from './link-mails.service.ts';
import { type AskedFrom, PortalLimits } from './portal-limits.service.ts';
import { PortalLinkRepository } from './portal-link.repository.ts';

/** Sends links by which customers sign in. */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly links: PortalLinkRepository,
    private readonly mails: LinkMails,
    private readonly limits: PortalLimits,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Sends a link to an address, whoever has it, unless it is the desk's own: nobody is looked up, so that neither the answer nor its time tells whether the desk
   * knows somebody. Gives for how many minutes it works.
   *
   * @param asked from which network address it is asked for, and who hears where that stands.
   * @throws TooManyRequests
   * @throws DomainError `portal_cannot_sign_in`
   */
  async send({ address, name }: LinkHolder, asked: AskedFrom): Promise<number> {
    await this.limits.countLink(asked, readAddress(address)?.key ?? address);
    const token = makeOpaqueToken();
    await this.unitOfWork.run(async (transaction) => {
      await this.links.insert(transaction, { tokenHash: hashToken(token), address, name, minutes: LINK_MINUTES });
      if (!(await this.mails.enqueue(transaction, address, token))) throw cannotSignIn();
    });
    return LINK_MINUTES;
  }
}

function cannotSignIn(): DomainError {
  return new DomainError('portal_cannot_sign_in', 'This desk sends no mails yet. Write to it in another way.');
}
