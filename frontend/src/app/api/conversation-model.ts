import type { components } from './schema.gen';

type Schemas = components['schemas'];

/** A message or an event of a ticket; its number is its place, and the version of the ticket that it made. */
export type ConversationEntry = Schemas['TimelineEntryDto'];
export type ConversationPage = Schemas['TimelineDto'];
/** Whom a reply goes to, and what became of it there. */
export type MessageRecipient = Schemas['ToldRecipientDto'];
/** How far a reply has come on its way out. */
export type MessageDelivery = Schemas['DeliveryDto'];
