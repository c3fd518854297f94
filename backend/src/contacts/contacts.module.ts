import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactAddressEntity } from './contact-address.entity.ts';
import { ContactMerges } from './contact-merges.service.ts';
import { ContactWriter } from './contact-writer.repository.ts';
import { ContactEntity } from './contact.entity.ts';
import { ContactRepository } from './contact.repository.ts';
import { ContactsController } from './contacts.controller.ts';
import { ContactsService } from './contacts.service.ts';
import { ErasedContacts } from './erased-contacts.service.ts';
import { KnownContacts } from './known-contacts.service.ts';
import { OrganisationDomainEntity } from './organisation-domain.entity.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import { OrganisationRepository } from './organisation.repository.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsService } from './organisations.service.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([ContactAddressEntity, ContactEntity, OrganisationDomainEntity, OrganisationEntity]),
  ],
  controllers: [ContactsController, OrganisationsController],
  providers: [
    ContactMerges,
    ContactRepository,
    ContactsService,
    ContactWriter,
    ErasedContacts,
    KnownContacts,
    OrganisationRepository,
    OrganisationsService,
  ],
  exports: [ContactsService, ErasedContacts, KnownContacts, OrganisationsService],
})
export class ContactsModule {}
