import type { Role, TicketFilter } from './model';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type { Role };

export type AdminUser = Schemas['AdminUserDto'];
export type NewUser = Schemas['CreateUserDto'];
export type UserUpdate = Schemas['ChangeUserDto'];
/** The password is told this once. */
export type ChangedUser = Schemas['ChangedUserDto'];
export type CreatedUser = Schemas['CreatedUserDto'];
export type PasswordReset = Schemas['OneTimePasswordDto'];

export interface UserFilter {
  search?: string;
  role?: Role;
  active?: boolean;
}

export type AdminToken = Schemas['AdminTokenDto'];

/** A mail that became neither ticket nor message and waits for an admin. */
export type QuarantinedMail = Schemas['QuarantinedMailDto'];

/** How the desk reads and sends mail. */
export type MailSetup = Schemas['MailSetupDto'];
/** A mailbox that admins have set up. */
export type Mailbox = Schemas['MailboxDto'];
export type MailboxReading = Schemas['MailboxReadingDto'];
export type NewMailbox = Schemas['CreateMailboxDto'];
export type MailboxUpdate = Schemas['ChangeMailboxDto'];
export type MailboxTrial = Schemas['TryMailboxDto'];
/** The sender as admins have set it. */
export type MailSender = Schemas['SenderDto'];
export type MailSenderUpdate = Schemas['ChangeSenderDto'];
/** What stands around answers in mails. */
export type MailTemplate = Schemas['MailTemplateDto'];
export type MailTemplateKind = MailTemplate['kind'];
export type MailTemplateWords = Schemas['MailTemplateWordsDto'];
export type MailPreview = Schemas['MailPreviewDto'];
/** Who gets the tokens that let the desk in at a mail server, and where. */
export type OAuthClient = Schemas['OAuthClientDto'];
export type MailSecurity = Schemas['MailSecurity'];
/** How a mail server did as it was tried, and what seems to stand before a mailbox. */
export type MailTrialResult = Schemas['MailTrialDto'];
export type MailTrialStep = Schemas['TrialStepDto'];
export type ProposedServers = Schemas['ProposedServersDto'];

export interface TokenFilter {
  user?: number;
}

/** A category and how many tickets it has. */
export type AdminCategory = Schemas['AdminCategoryDto'];
export type AdminCategoryList = Schemas['AdminCategoryListDto'];
export type NewCategory = Schemas['AddCategoryDto'];
export type CategoryUpdate = Schemas['ChangeCategoryDto'];
export type MergePreview = Schemas['MergePreviewDto'];

export type TicketSort = Schemas['TicketSort'];
/** What the list of tickets can be narrowed to and ordered by. */
export type TicketSearch = TicketFilter & { sort?: TicketSort };
/** Any field of a ticket. */
export type AdminTicketUpdate = Schemas['UpdateTicketDto'];

export type BulkChanges = Schemas['TicketChangesDto'];
export type BulkFilter = Schemas['BulkFilterDto'];
/** Some tickets by their numbers, or all that a filter finds; an empty filter finds every ticket. */
export type BulkSelection = Schemas['BulkSelectionDto'];
export type BulkAction = Schemas['BulkActionDto'];
export type BulkOrder = Schemas['BulkOrderDto'];
export type BulkCount = Schemas['BulkCountDto'];
/** One change of many tickets, on its way or done. */
export type BulkRun = Schemas['BulkRunDto'];
export type BulkRunList = Schemas['BulkRunListDto'];

export type AuditEvent = Schemas['AuditEventDto'];

export interface AuditFilter {
  actor?: number;
  kind?: string;
  /** Kinds to leave out. */
  except?: readonly string[];
  /** ISO times; from is included, to is not. */
  from?: string;
  to?: string;
}

export type Overview = Schemas['OverviewDto'];

/** A model of the desk's own suggester. */
export type SuggesterModel = Schemas['ModelDto'];
export type SuggesterModelList = Schemas['ModelListDto'];

export type LlmState = Schemas['LlmReportDto'];
export type LlmQuestion = Schemas['LlmTrialTextDto'];
export type LlmTry = Schemas['LlmTrialDto'];
export type LlmFailureReason = NonNullable<LlmTry['failure_reason']>;

/** The words that the desk goes by. */
export type Lexicon = Schemas['LexiconDto'];
export type LexiconChanges = Schemas['LexiconChangesDto'];
export type LexiconTrial = Schemas['LexiconTrialDto'];

/** A ticket that looks filed wrongly. */
export type Suspect = Schemas['SuspectDto'];
export type SuspectList = Schemas['SuspectListDto'];

export type Quality = Schemas['QualityDto'];
export type QualityShare = Schemas['ShareDto'];
export type SuggestedField = Schemas['SuggestedField'];
export type QualityPeriod = Schemas['QualityPeriod'];
/** A ticket behind a cell of the confusion matrix. */
export type CellTicket = Schemas['CellTicketDto'];

/** Which suggestions to judge; days as `YYYY-MM-DD`. */
export interface QualityFilter {
  field: SuggestedField;
  period?: QualityPeriod;
  from?: string;
  to?: string;
  tz: string;
  source?: string;
  model?: string;
  version?: string;
}

export type CellFilter = QualityFilter & { suggested: string; chosen: string };

/** How the desk suggests, and where each value comes from. */
export type SuggestionSettings = Schemas['SuggestionSettingsDto'];
/** What shall be different; null goes back to what the environment says. */
export type SuggestionSettingsChange = Schemas['ChangeSettingsDto'];
export type SettingName = keyof SuggestionSettings['from'];
export type MaskPattern = Schemas['MaskPatternDto'];
export type LlmBudget = Schemas['BudgetDto'];
/** What an LLM was sent for a suggestion. */
export type SentForSuggestion = Schemas['SentDto'];
export type LlmCall = Schemas['LlmCallDto'];
export type NearestTickets = Schemas['NearestTicketsDto'];
export type MaskedPreview = Schemas['MaskedPreviewDto'];
export type TokenPrices = SuggestionSettings['prices'];

/** Whether suggestions of a category apply by themselves, and the record that allows or forbids it. */
export type AutomaticCategory = Schemas['AutomaticCategoryDto'];
/** What is switched, and how often they have to be right at least; without a target that stays as it is. */
export type AutomaticChoice = Schemas['SetAutomaticDto'];
export type AutomaticList = Schemas['AutomaticListDto'];

/** Confirmed tickets that are judged again by two sides. */
export type Replay = Schemas['ReplayDto'];
export type ReplayDetails = Schemas['ReplayDetailsDto'];
export type ReplayList = Schemas['ReplayListDto'];
export type ReplayOrder = Schemas['ReplayOrderDto'];
export type ReplayPreview = Schemas['ReplayPreviewDto'];
export type ReplayResult = Schemas['ReplayResultDto'];
export type ReplayField = Schemas['ReplayFieldDto'];
export type ReplayTicket = Schemas['ReplayTicketDto'];
export type PlannedSide = Schemas['PlannedSideDto'];
