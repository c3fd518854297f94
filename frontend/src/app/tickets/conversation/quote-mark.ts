/** What a message quotes has this attribute in its HTML. */
export const QUOTE_MARK = 'data-quote';
