import { STARTER, STARTER_STYLES } from './starter.ts';

const CATEGORIES = ['billing', 'technical', 'account', 'general'];

describe('what the desk knows at its first start', () => {
  it('is made of tickets in several manners, each with enough of every category', () => {
    for (const tickets of Object.values(STARTER_STYLES)) {
      for (const category of CATEGORIES) {
        expect(tickets.filter((ticket) => ticket.category === category).length).toBeGreaterThanOrEqual(80);
      }
    }
    expect(new Set(STARTER.tickets.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
  });

  it('holds nothing twice', () => {
    const texts = STARTER.tickets.map(({ text }) => `${text.title}\n${text.description}`);
    expect(new Set(texts).size).toBe(texts.length);
    const terms = STARTER.terms.map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
    const urgency = STARTER.urgency.map(({ term }) => term);
    expect(new Set(urgency).size).toBe(urgency.length);
  });

  it('has at least 150 terms for each category, in small letters', () => {
    for (const category of CATEGORIES) {
      expect(STARTER.terms.filter((term) => term.category === category).length).toBeGreaterThanOrEqual(150);
    }
    for (const { term } of [...STARTER.terms, ...STARTER.urgency]) expect(term).toBe(term.trim().toLowerCase());
  });

  it('weighs urgency between -3 and 4', () => {
    for (const { weight } of STARTER.urgency) expect(Math.abs(weight - 0.5)).toBeLessThanOrEqual(3.5);
  });

  it('is known by a version', () => {
    expect(STARTER.version).toMatch(/^[0-9a-f]{8}$/);
  });
});
