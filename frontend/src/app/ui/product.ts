/** What the product is called, on every page and in every title. */
export const PRODUCT = 'Support Ticket System';
