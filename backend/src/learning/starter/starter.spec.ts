import { FUNCTION_WORDS } from '../domain/function-words.ts';
import { asRead } from '../domain/lexicon.ts';
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

  it('has at least 390 terms for each category, in small letters', () => {
    for (const category of CATEGORIES) {
      expect(STARTER.terms.filter((term) => term.category === category).length).toBeGreaterThanOrEqual(390);
    }
    for (const { term } of [...STARTER.terms, ...STARTER.urgency]) expect(term).toBe(term.trim().toLowerCase());
  });

  it('has no term that is nothing but function words, or says the same without them as one of another category', () => {
    const categories = new Map<string, string>();
    for (const { term, category } of STARTER.terms) {
      const telling = asRead(term)
        .split(' ')
        .filter((word) => !FUNCTION_WORDS.has(word))
        .join(' ');
      expect(telling).not.toBe('');
      expect({ telling, category: categories.get(telling) ?? category }).toEqual({ telling, category });
      categories.set(telling, category);
    }
  });

  it('spells words of urgency as texts are read, so that each can be found', () => {
    for (const { term } of STARTER.urgency) expect(asRead(term.replace(/\*$/, ''))).toBe(term.replace(/\*$/, ''));
  });

  it('weighs urgency between -3 and 4', () => {
    for (const { weight } of STARTER.urgency) expect(Math.abs(weight - 0.5)).toBeLessThanOrEqual(3.5);
  });

  it('is known by a version', () => {
    expect(STARTER.version).toMatch(/^[0-9a-f]{8}$/);
  });
});
