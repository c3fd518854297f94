import { Injectable } from '@nestjs/common';
import { hashToken, makeOpaqueToken } from '../auth/domain/opaque-token.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import { readAddress } from '../contacts/mail-address.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Customer } from './domain/customer.ts';
import type { SignedInCustomer } from './domain/signed-in-customer.ts';
import { PortalLinkRepository } from './portal-link.repository.ts';
import { PortalSessionRepository } from './portal-session.repository.ts';

/** The browsers in which customers are signed in. */
@Injectable()
export class CustomerSessions {
  constructor(
    private readonly links: PortalLinkRepository,
    private readonly sessions: PortalSessionRepository,
    private readonly contacts: KnownContacts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Signs in whoever holds a link, which is used up by that; a contact is made of who has none. The session that the browser came
   * with ends.
   *
   * @param presented the secret of that session, if there is one.
   * @throws DomainError `link_spent`
   */
  start(linkToken: string, presented: string | null): Promise<SignedInCustomer> {
    return this.unitOfWork.run(async (transaction) => {
      const holder = await this.links.use(transaction, hashToken(linkToken));
      const address = holder && readAddress(holder.address);
      if (!address) throw new DomainError('link_spent', 'It was used already, or is too old. Ask for another one.');
      if (presented !== null) await this.sessions.deleteByToken(transaction, hashToken(presented));
      const contact = await this.contacts.require(transaction, { name: holder.name, address: address.address });
      const card = (await this.contacts.cards([contact], transaction)).get(contact);
      const token = makeOpaqueToken();
      const expiresAt = await this.sessions.insert(transaction, hashToken(token), address);
      return { name: card?.name ?? '', address: address.address, session: { token, expiresAt } };
    });
  }

  /** The customer whose browser carries this secret; null when the session is over, or nobody has its address any more. */
  async find(token: string): Promise<Customer | null> {
    const session = await this.sessions.find(hashToken(token));
    const person = session && (await this.contacts.personAt(session.key));
    if (!person) return null;
    if (session.stale) await this.sessions.noteUse(session.id);
    const { id, name, ids: contacts, addresses } = person;
    return { sessionId: session.id, address: session.address, id, name, contacts, addresses };
  }

  /** The same of a browser that may carry none. */
  async findAny(token: string | null): Promise<Customer | null> {
    return token === null ? null : this.find(token);
  }

  /** Signs a customer out. */
  end({ sessionId }: Customer): Promise<void> {
    return this.sessions.delete(sessionId);
  }
}
