import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { type Impatience, patience } from './impatient-client.ts';
import { CreateCategories1764000000000 } from './migrations/1764000000000-create-categories.ts';
import { CreateTickets1764000001000 } from './migrations/1764000001000-create-tickets.ts';
import { CreateTicketSearch1764000002000 } from './migrations/1764000002000-create-ticket-search.ts';
import { CreateSuggestions1764000003000 } from './migrations/1764000003000-create-suggestions.ts';
import { CreatePeople1764000004000 } from './migrations/1764000004000-create-people.ts';
import { CreateTicketHistory1764000005000 } from './migrations/1764000005000-create-ticket-history.ts';
import { CreateIdempotencyKeys1764000005100 } from './migrations/1764000005100-create-idempotency-keys.ts';
import { CreateBulkRuns1764000005200 } from './migrations/1764000005200-create-bulk-runs.ts';
import { MergeCategories1764000006000 } from './migrations/1764000006000-merge-categories.ts';
import { IndexAuditSubjects1764000007000 } from './migrations/1764000007000-index-audit-subjects.ts';
import { KeepDeletedTickets1764100002000 } from './migrations/1764100002000-keep-deleted-tickets.ts';
import { OpenSuggestionSources1764100003001 } from './migrations/1764100003001-open-suggestion-sources.ts';
import { NameAuthorsOnce1764100005000 } from './migrations/1764100005000-name-authors-once.ts';
import { TellWhenClosed1764200003001 } from './migrations/1764200003001-tell-when-closed.ts';
import { IndexUrgency1764200020001 } from './migrations/1764200020001-index-urgency.ts';
import { CompareTexts1764200040001 } from './migrations/1764200040001-compare-texts.ts';
import { RefuseUnseenTexts1764200040002 } from './migrations/1764200040002-refuse-unseen-texts.ts';
import { NameTheDesk1764300050001 } from './migrations/1764300050001-name-the-desk.ts';
import { ReadEveryScript1764300090002 } from './migrations/1764300090002-read-every-script.ts';
import { KeepModels1764400010001 } from './migrations/1764400010001-keep-models.ts';
import { LedgerOfDecisions1764400020001 } from './migrations/1764400020001-ledger-of-decisions.ts';
import { CountWords1764400040001 } from './migrations/1764400040001-count-words.ts';
import { SetSuggestions1764500000101 } from './migrations/1764500000101-set-suggestions.ts';
import { ApplyByItself1764500000102 } from './migrations/1764500000102-apply-by-itself.ts';
import { KeepLlmCalls1764500000201 } from './migrations/1764500000201-keep-llm-calls.ts';
import { DrawForTriage1764500000301 } from './migrations/1764500000301-draw-for-triage.ts';
import { KeepSuspects1764500000401 } from './migrations/1764500000401-keep-suspects.ts';
import { EditLexicon1764500000402 } from './migrations/1764500000402-edit-lexicon.ts';
import { KeepReplays1764600000101 } from './migrations/1764600000101-keep-replays.ts';
import { KeepNearestTickets1764600000401 } from './migrations/1764600000401-keep-nearest-tickets.ts';
import { CountTickets1764600000701 } from './migrations/1764600000701-count-tickets.ts';
import { FillTicketCounts1764600000702 } from './migrations/1764600000702-fill-ticket-counts.ts';
import { AskForHits1764600000801 } from './migrations/1764600000801-ask-for-hits.ts';
import { DropResolvedIndex1764600000960 } from './migrations/1764600000960-drop-resolved-index.ts';
import { NoteTransactions1764600001150 } from './migrations/1764600001150-note-transactions.ts';
import { IndexTransactions1764600001151 } from './migrations/1764600001151-index-transactions.ts';
import { TellPresence1764600001500 } from './migrations/1764600001500-tell-presence.ts';
import { FillLedger1764600001680 } from './migrations/1764600001680-fill-ledger.ts';
import { NameErasOfNews1764600001720 } from './migrations/1764600001720-name-eras-of-news.ts';
import { KeepNotifications1764600001820 } from './migrations/1764600001820-keep-notifications.ts';
import { KeepCannedAnswers1764600001840 } from './migrations/1764600001840-keep-canned-answers.ts';
import { KeepMessages1764600001860 } from './migrations/1764600001860-keep-messages.ts';
import { CheckKindsOfEvents1764600001861 } from './migrations/1764600001861-check-kinds-of-events.ts';
import { KeepContacts1764600001880 } from './migrations/1764600001880-keep-contacts.ts';
import { IndexRequesters1764600001881 } from './migrations/1764600001881-index-requesters.ts';
import { KeepAttachments1764600001920 } from './migrations/1764600001920-keep-attachments.ts';
import { KeepMails1764600001940 } from './migrations/1764600001940-keep-mails.ts';
import { KnowWhoWrote1764600001960 } from './migrations/1764600001960-know-who-wrote.ts';
import { CheckWhoWrote1764600001961 } from './migrations/1764600001961-check-who-wrote.ts';
import { TellFollowers1764600001962 } from './migrations/1764600001962-tell-followers.ts';
import { KeepMailboxes1764600002000 } from './migrations/1764600002000-keep-mailboxes.ts';
import { KeepSender1764600002001 } from './migrations/1764600002001-keep-sender.ts';
import { KeepOutgoingMails1764600002020 } from './migrations/1764600002020-keep-outgoing-mails.ts';
import { LinkTickets1764600002040 } from './migrations/1764600002040-link-tickets.ts';
import { TellUndelivered1764600002041 } from './migrations/1764600002041-tell-undelivered.ts';
import { CheckKindsOfNotifications1764600002042 } from './migrations/1764600002042-check-kinds-of-notifications.ts';
import { OpenPortal1764600002060 } from './migrations/1764600002060-open-portal.ts';
import { AllowRedaction1764600002080 } from './migrations/1764600002080-allow-redaction.ts';
import { CheckRedactions1764600002081 } from './migrations/1764600002081-check-redactions.ts';
import { ErasePeople1764600002082 } from './migrations/1764600002082-erase-people.ts';
import { IndexAuthors1764600002083 } from './migrations/1764600002083-index-authors.ts';
import { FindConversations1764600002100 } from './migrations/1764600002100-find-conversations.ts';
import { IndexConversations1764600002101 } from './migrations/1764600002101-index-conversations.ts';
import { CountAttachments1764600002102 } from './migrations/1764600002102-count-attachments.ts';
import { CountKeptAttachments1764600002103 } from './migrations/1764600002103-count-kept-attachments.ts';
import { NameSearchFunctions1764600002104 } from './migrations/1764600002104-name-search-functions.ts';
import { CountReadings1764600002120 } from './migrations/1764600002120-count-readings.ts';
import { DraftToNobody1764600002121 } from './migrations/1764600002121-draft-to-nobody.ts';
import { KeepCustomerKeys1764600002160 } from './migrations/1764600002160-keep-customer-keys.ts';
import { SignInByOAuth1764600002180 } from './migrations/1764600002180-sign-in-by-oauth.ts';
import { IndexPlainMails1764600002181 } from './migrations/1764600002181-index-plain-mails.ts';
import { IndexAcknowledgements1764600002200 } from './migrations/1764600002200-index-acknowledgements.ts';
import { KeepMailTemplates1764600002220 } from './migrations/1764600002220-keep-mail-templates.ts';
import { TellTitlesInMails1764600002221 } from './migrations/1764600002221-tell-titles-in-mails.ts';
import { SetWithMessages1764600002260 } from './migrations/1764600002260-set-with-messages.ts';
import { CheckSets1764600002261 } from './migrations/1764600002261-check-sets.ts';
import { TellWhoWrites1764600002280 } from './migrations/1764600002280-tell-who-writes.ts';
import { KeepLaterSuggestions1764600002300 } from './migrations/1764600002300-keep-later-suggestions.ts';
import { FollowErasures1764600002320 } from './migrations/1764600002320-follow-erasures.ts';
import { KeepCannedFiles1764600002340 } from './migrations/1764600002340-keep-canned-files.ts';
import { SetWithDrafts1764600002341 } from './migrations/1764600002341-set-with-drafts.ts';
import { SearchOrganisations1764600002360 } from './migrations/1764600002360-search-organisations.ts';
import { NameCustomersInHistory1764600002361 } from './migrations/1764600002361-name-customers-in-history.ts';
import { CheckCustomersInHistory1764600002362 } from './migrations/1764600002362-check-customers-in-history.ts';
import { KeepAcknowledgementTemplate1764600002400 } from './migrations/1764600002400-keep-acknowledgement-template.ts';
import { CountAcknowledgements1764600002401 } from './migrations/1764600002401-count-acknowledgements.ts';
import { SayPictures1764600002420 } from './migrations/1764600002420-say-pictures.ts';
import { IndexRecipients1764600002440 } from './migrations/1764600002440-index-recipients.ts';
import { IndexSearches1764600002500 } from './migrations/1764600002500-index-searches.ts';
import { KnowMailsAgain1764600002520 } from './migrations/1764600002520-know-mails-again.ts';
import { KeepMailboxStates1764600002540 } from './migrations/1764600002540-keep-mailbox-states.ts';
import { ReadFromNowOn1764600002541 } from './migrations/1764600002541-read-from-now-on.ts';
import { SayTitledPictures1764600002580 } from './migrations/1764600002580-say-titled-pictures.ts';
import { TrustServers1764600002602 } from './migrations/1764600002602-trust-servers.ts';
import { SILENT } from './silent-logger.ts';

export interface ConnectionLimits extends Impatience {
  readonly poolSize: number;
}

export type PostgresOptions = Extract<DataSourceOptions, { readonly type: 'postgres' }> & {
  readonly migrations: (new () => MigrationInterface)[];
};

/** The options of every connection to the database: migrations for changing the schema. Entities are the modules'. */
export function dataSourceOptions(url: string, limits: ConnectionLimits): PostgresOptions {
  return {
    type: 'postgres',
    url,
    migrations: [
      CreateCategories1764000000000,
      CreateTickets1764000001000,
      CreateTicketSearch1764000002000,
      CreateSuggestions1764000003000,
      CreatePeople1764000004000,
      CreateTicketHistory1764000005000,
      CreateIdempotencyKeys1764000005100,
      CreateBulkRuns1764000005200,
      MergeCategories1764000006000,
      IndexAuditSubjects1764000007000,
      KeepDeletedTickets1764100002000,
      OpenSuggestionSources1764100003001,
      NameAuthorsOnce1764100005000,
      TellWhenClosed1764200003001,
      IndexUrgency1764200020001,
      CompareTexts1764200040001,
      RefuseUnseenTexts1764200040002,
      NameTheDesk1764300050001,
      ReadEveryScript1764300090002,
      KeepModels1764400010001,
      LedgerOfDecisions1764400020001,
      CountWords1764400040001,
      SetSuggestions1764500000101,
      ApplyByItself1764500000102,
      KeepLlmCalls1764500000201,
      DrawForTriage1764500000301,
      KeepSuspects1764500000401,
      EditLexicon1764500000402,
      KeepReplays1764600000101,
      KeepNearestTickets1764600000401,
      CountTickets1764600000701,
      FillTicketCounts1764600000702,
      AskForHits1764600000801,
      DropResolvedIndex1764600000960,
      NoteTransactions1764600001150,
      IndexTransactions1764600001151,
      TellPresence1764600001500,
      FillLedger1764600001680,
      NameErasOfNews1764600001720,
      KeepNotifications1764600001820,
      KeepCannedAnswers1764600001840,
      KeepMessages1764600001860,
      CheckKindsOfEvents1764600001861,
      KeepContacts1764600001880,
      IndexRequesters1764600001881,
      KeepAttachments1764600001920,
      KeepMails1764600001940,
      KnowWhoWrote1764600001960,
      CheckWhoWrote1764600001961,
      TellFollowers1764600001962,
      KeepMailboxes1764600002000,
      KeepSender1764600002001,
      KeepOutgoingMails1764600002020,
      LinkTickets1764600002040,
      TellUndelivered1764600002041,
      CheckKindsOfNotifications1764600002042,
      OpenPortal1764600002060,
      AllowRedaction1764600002080,
      CheckRedactions1764600002081,
      ErasePeople1764600002082,
      IndexAuthors1764600002083,
      FindConversations1764600002100,
      IndexConversations1764600002101,
      CountAttachments1764600002102,
      CountKeptAttachments1764600002103,
      NameSearchFunctions1764600002104,
      CountReadings1764600002120,
      DraftToNobody1764600002121,
      KeepCustomerKeys1764600002160,
      SignInByOAuth1764600002180,
      IndexPlainMails1764600002181,
      IndexAcknowledgements1764600002200,
      KeepMailTemplates1764600002220,
      TellTitlesInMails1764600002221,
      SetWithMessages1764600002260,
      CheckSets1764600002261,
      TellWhoWrites1764600002280,
      KeepLaterSuggestions1764600002300,
      FollowErasures1764600002320,
      KeepCannedFiles1764600002340,
      SetWithDrafts1764600002341,
      SearchOrganisations1764600002360,
      NameCustomersInHistory1764600002361,
      CheckCustomersInHistory1764600002362,
      KeepAcknowledgementTemplate1764600002400,
      CountAcknowledgements1764600002401,
      SayPictures1764600002420,
      IndexRecipients1764600002440,
      IndexSearches1764600002500,
      KnowMailsAgain1764600002520,
      KeepMailboxStates1764600002540,
      ReadFromNowOn1764600002541,
      SayTitledPictures1764600002580,
      TrustServers1764600002602,
    ],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logger: SILENT,
    applicationName: 'support-ticket-system',
    poolSize: limits.poolSize,
    extra: patience(limits),
  };
}

/** A data source of its own, for migrations, seeds and tests; the caller initialises and destroys it. */
export function createDataSource(
  url: string,
  limits: ConnectionLimits = { poolSize: 5, statementTimeoutMs: 0 },
): DataSource {
  return new DataSource(dataSourceOptions(url, limits));
}
