/** How the document describes the stream; `docs/api.md` tells more. */
export const DESCRIPTION = `
Server-sent events: what happens on the desk, as it happens. Each has \`event\` and \`data\` (JSON):

* \`ticket.created\`, \`ticket.changed\`, \`ticket.deleted\`, \`ticket.restored\`: \`TicketNews\`, with an \`id\` to go on from;
  each once, those of one ticket in the order of its versions;
* \`statistics.changed\`, \`contacts.changed\`: \`{}\`, each at most one in a second;
* \`categories.changed\`: \`CategoriesChanged\`; \`people.changed\`: \`PeopleChanged\`;
* \`presence\`: \`TicketPresence\`: who has a ticket open by now;
* \`account.changed\`: \`{}\`: your own sessions or tokens; told to your browsers alone;
* \`notifications.changed\`: \`{}\`: there is more that concerns you, or you have read some of it; told to your browsers alone;
* \`settings.changed\`, \`tokens.changed\`, \`audit.changed\`, \`quarantine.changed\`, \`mailboxes.changed\`,
  \`erasures.changed\`, \`suggestions.changed\`, \`learning.changed\` and \`replays.changed\`: \`{}\`, each at most once in a second, and \`bulk_run.changed\`: \`BulkRunChanged\`; all for admins;
* \`reset\`: \`{}\`: something cannot be told one by one; read afresh what you show and go on from its \`id\`;
* \`session.ended\`: \`{}\`: your sign-in is over, and so is the stream;
* \`goodbye\`: \`{}\`: this process stops; come again at once.

Come again with \`Last-Event-ID\`, or with \`?last_event_id=\` where you cannot send a header, and you are told what became of tickets meanwhile: up to a thousand events of the last hour,
else \`reset\`. Other kinds are told to those who are there. Every 15 seconds a comment holds the connection open; who does not
read is cut. Neither an open stream nor opening it keeps a session alive; what you read because of it does not either
when you say \`Desk-Unattended: 1\`.`.trim();

export const EXAMPLE = `retry: 2000

id: 3f9ac1d2742-1k3.0

id: 3f9ac1d2742-1k4.0
event: ticket.changed
data: {"id":123,"version":5,"fields":["status"],"by":{"id":7,"name":"Ada"},"contact":null,"at":"2026-04-20T09:41:02.007Z"}

: beat

`;
