import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { ContactsService } from '../contacts/contacts.service.ts';
import type { Contact } from '../contacts/domain/contact.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';
import { PersonsTicketsRepository } from './persons-tickets.repository.ts';

/** So many tickets are in memory at a time. */
const AT_ONCE = 50;

/** Hands out what the desk keeps of a person. */
@Injectable()
export class PersonExport {
  constructor(
    private readonly contacts: ContactsService,
    private readonly known: KnownContacts,
    private readonly tickets: PersonsTicketsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * All of it as JSON, read from the database while it is sent. That it was taken out is an event of the audit log.
   *
   * @throws ContactNotFound
   */
  async json(id: number, by: Author): Promise<Readable> {
    const contact = await this.contacts.get(id);
    const contacts = await this.known.family(id);
    await this.audit.record({ kind: 'contact_exported', actor: by, subject: { type: 'contact', id: contact.id } });
    const addresses = contact.addresses.map((address) => address.toLowerCase());
    return Readable.from(this.pieces(contact, { contacts, names: [], addresses }));
  }

  private async *pieces(contact: Contact, person: ForgottenPerson): AsyncGenerator<string> {
    yield `{"exported_at":${JSON.stringify(new Date())},"contact":${JSON.stringify(exported(contact))},"tickets":[`;
    yield* this.list((after) => this.tickets.own(person, after, AT_ONCE));
    yield '],"written_elsewhere":[';
    yield* this.list((after) => this.tickets.elsewhere(person, after, AT_ONCE));
    yield '],"mails":[';
    yield* this.list((after) => this.tickets.mails(person, after, AT_ONCE));
    yield ']}\n';
  }

  /** Rows of pages that follow one another by id. */
  private async *list(page: (after: number) => Promise<readonly { readonly id: number }[]>): AsyncGenerator<string> {
    let before = '';
    for (let after = 0; ;) {
      const rows = await page(after);
      for (const row of rows) {
        yield `${before}\n${JSON.stringify(row)}`;
        before = ',';
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < AT_ONCE) return;
      after = last.id;
    }
  }
}

function exported(contact: Contact): object {
  const { id, name, addresses, organisation, note, language, timeZone, createdAt } = contact;
  return { id, name, addresses, organisation, note, language, time_zone: timeZone, created_at: createdAt };
}
