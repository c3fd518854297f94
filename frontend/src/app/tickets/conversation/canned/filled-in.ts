/** What can stand in a canned answer for what is known when it is given, and what it is called. */
export const PLACEHOLDERS = [
  { name: 'customer.name', label: 'Customer’s name' },
  { name: 'ticket.id', label: 'Ticket’s number' },
  { name: 'ticket.title', label: 'Ticket’s title' },
  { name: 'agent.name', label: 'Your name' },
] as const;

/** What stands for the placeholders of a canned answer. */
export interface Known {
  /** '' where nobody is known to ask. */
  readonly customer: string;
  readonly ticket: number;
  readonly title: string;
  readonly agent: string;
}

/** What stands for the name of somebody whose name is not known. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/**
 * The Markdown of a canned answer with what is known in the place of its placeholders, to the letter: nothing in a name shapes the
 * text. Where the customer has no name the space before goes too ("Hello,").
 */
export function filledIn(text: string, known: Known): string {
  return replaced(text, known, escaped);
}

/** The same in one line, to look at. */
export function filledInLine(text: string, known: Known): string {
  return replaced(text, known, (value) => value)
    .replace(/\s+/g, ' ')
    .trim();
}

function replaced(text: string, { customer, ticket, title, agent }: Known, written: (value: string) => string): string {
  const values = new Map([
    ['customer.name', ADDRESS.test(customer) ? '' : written(customer)],
    ['ticket.id', String(ticket)],
    ['ticket.title', written(title)],
    ['agent.name', written(agent)],
  ]);
  return text.replace(/( ?)\{\{\s*([\w.]+)\s*\}\}/g, (whole, space: string, name: string) => {
    const value = values.get(name);
    if (value === undefined) return whole;
    return value === '' ? '' : space + value;
  });
}

function escaped(value: string): string {
  return value.replace(/[\\`*_[\]<>~]/g, '\\$&');
}
