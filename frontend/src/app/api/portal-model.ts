import type { components } from './schema.gen';

type Schemas = components['schemas'];

/** What the portal says of itself to everybody. */
export type PortalInfo = Schemas['PortalDto'];
/** Who is signed in to the portal. */
export type PortalCustomer = Schemas['CustomerDto'];
/** One's own ticket in the list of them. */
export type PortalTicketRow = Schemas['CustomerTicketDto'];
export type PortalTicketPage = Schemas['CustomerTicketListDto'];
export type PortalMessage = Schemas['CustomerMessageDto'];
/** A ticket with the newest of its messages, or those before a cursor; the newest last. */
export type PortalTicket = Schemas['CustomerConversationDto'];
/** An answer that was taken, and the ticket in which it stands: another one, where the matter goes on there. */
export type PortalTaken = Schemas['TakenAnswerDto'];
/** An answer as a customer writes it. */
export type PortalNewAnswer = Schemas['AnswerDto'];
/** A ticket as a customer writes it. */
export type PortalNewTicket = Schemas['AskDto'];
