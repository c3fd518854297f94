/** A room of the house: a folder, and one sentence that says what is in it. */
export interface Room {
  readonly name: string;
  readonly about: string;
}

/** The rooms of one half of the house from ground to roof: a room knows only what is below it. */
export interface House {
  /** The folder that holds the rooms; files beside them put all together and may know all. */
  readonly folder: string;
  readonly floors: readonly Room[];
}

export const BACK_END: House = {
  folder: 'backend/src',
  floors: [
    { name: 'config', about: 'reads the environment once, into one typed object of settings' },
    {
      name: 'vocabulary',
      about: 'the words that tickets and suggestions share: priorities, statuses, limits of texts',
    },
    { name: 'common', about: 'what every route needs: problems, validation, cursors, logs, and who speaks' },
    { name: 'tracing', about: 'spans for OpenTelemetry, loaded only where its variables ask for them' },
    { name: 'metrics', about: 'figures for Prometheus, on a port of their own: where every room adds its own' },
    { name: 'events', about: 'the typed map of what happens on the desk, and the bus that tells it after a commit' },
    {
      name: 'database',
      about: 'connections, the unit of work, migrations; it knows no table by name but in migrations',
    },
    { name: 'jobs', about: 'work that outlives a request: typed jobs on pg-boss' },
    { name: 'forgetting', about: 'removes words for good: each room that keeps some says how it lets go of them' },
    { name: 'users', about: 'the people of the desk and what proves that it is them' },
    { name: 'secrets', about: 'passwords that the desk keeps, sealed by a key that is not in the database' },
    { name: 'audit', about: 'what was done and tried, append-only' },
    { name: 'auth', about: 'sign-in, sessions, tokens, limits, and the guards of every route' },
    { name: 'accounts', about: 'the list of people, and what admins do with their accounts' },
    { name: 'categories', about: 'the vocabulary of categories' },
    { name: 'contacts', about: 'those who write to the desk, their addresses and organisations' },
    { name: 'mail-accounts', about: 'how the desk reads and sends mail: mailboxes, the sender, its own addresses' },
    { name: 'mail-templates', about: 'how answers look as mails: the template around them, signatures' },
    { name: 'suggestions', about: 'the ledger: what was suggested, by whom, and what became of it' },
    {
      name: 'learning',
      about: 'what the desk learns from decided tickets: the built-in suggester, its models, their record',
    },
    {
      name: 'notifications',
      about: 'what concerns one person: mentions, tickets they were given, answers of customers',
    },
    { name: 'tickets', about: 'writing, listing, searching and changing tickets, one or many (`tickets/bulk`)' },
    { name: 'attachments', about: 'files that come with messages: taken in, kept, given back and removed' },
    { name: 'sending', about: 'mails of the desk: kept before they leave, and sent by SMTP' },
    { name: 'conversation', about: 'the messages of tickets: one timeline, answers, notes, drafts' },
    { name: 'canned', about: 'answers that are written once and given often' },
    { name: 'live', about: 'what happens on the desk, told to those who follow it as it happens' },
    { name: 'classification', about: 'asks for a suggestion: the port, its providers, the prompt' },
    {
      name: 'mail',
      about: 'mailboxes and their mails, read whatever is broken in them, which become tickets and messages',
    },
    { name: 'portal', about: 'what customers do themselves: sign in by a link, write, read and answer' },
    {
      name: 'erasure',
      about: 'removes what was written for good, and what the desk knows of a person; hands it out before',
    },
    { name: 'stats', about: 'figures, read from the tables of all' },
    { name: 'health', about: 'liveness and readiness' },
    { name: 'openapi', about: "the API's own description" },
    { name: 'admin', about: "the admin section's use cases over the services of the others" },
    { name: 'setup', about: 'what a start does first: migrations run, first people, demo data; and the way back in' },
  ],
};

export const WEB_APP: House = {
  folder: 'frontend/src/app',
  floors: [
    { name: 'api', about: 'typed access to the API, one service for each resource, and the store of tickets' },
    { name: 'ui', about: 'presentational pieces that show what they are given; types are all it takes from api' },
    { name: 'core', about: 'the shell, the session, messages, keys' },
    { name: 'kit', about: 'lists, forms and dialogs as every feature needs them' },
    { name: 'account', about: "sign-in and a person's own pages" },
    { name: 'stats', about: 'the dashboard' },
    { name: 'tickets', about: 'list, ticket, new ticket, changes of many' },
    { name: 'contacts', about: 'those who write to the desk: the list of them, and one with what they asked' },
    { name: 'canned', about: 'answers that are given often: the list of them, and writing one' },
    { name: 'admin', about: 'the admin section' },
    { name: 'portal', about: "the customers' page, which shows nothing of the desk" },
  ],
};
