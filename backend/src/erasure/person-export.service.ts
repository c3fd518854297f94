import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { inPages } from '../common/in-pages.ts';
import { ContactsService } from '../contacts/contacts.service.ts';
import type { Contact } from '../contacts/domain/contact.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';
import { type ExportedRow, PersonsTicketsRepository } from './persons-tickets.repository.ts';

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
    yield* list((after, size) => this.tickets.own(person, after, size));
    yield '],"tickets_of_others":[';
    yield* list((after, size) => this.tickets.elsewhere(person, after, size));
    yield '],"mails":[';
    yield* list((after, size) => this.tickets.mails(person, after, size));
    yield ']}\n';
  }
}

/** The rows of pages as a list of JSON, without its brackets. */
async function* list(page: (after: number, size: number) => Promise<readonly ExportedRow[]>): AsyncGenerator<string> {
  let before = '';
  for await (const row of inPages(AT_ONCE, 0, page, ({ id }) => id)) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
}

function exported(contact: Contact): object {
  const { id, name, addresses, organisation, note, language, timeZone, createdAt } = contact;
  return { id, name, addresses, organisation, note, language, time_zone: timeZone, created_at: createdAt };
}
