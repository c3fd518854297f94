/** Something that was given cannot be used; the message is one sentence that a person can act on. */
export class BadInput extends Error {}
