import fc from 'fast-check';
import { excerptsOf } from './excerpts.ts';

const text = {
  title: 'Webhooks 20 minutes late',
  description: 'Since 07:30 every customer sees (some) invoices as UNPAID. İstanbul too.\nSTRASSE [a-z]+ $100.',
};

describe('excerpts', () => {
  it.each([
    ['from the title', ['20 minutes late'], ['20 minutes late']],
    ['from the description', ['every customer'], ['every customer']],
    ['as they stand in the text', ['unpaid', 'WEBHOOKS'], ['UNPAID', 'Webhooks']],
    ['trimmed', ['  invoices \n'], ['invoices']],
    ['each once', ['unpaid', 'Unpaid', 'UNPAID'], ['UNPAID']],
    ['three at most, the first ones', ['every', 'customer', 'sees', 'some'], ['every', 'customer', 'sees']],
    ['with characters that mean something in patterns', ['(some)', '[a-z]+', '$100.'], ['(some)', '[a-z]+', '$100.']],
    ['that are literal, not patterns', ['.*', 'w.bhooks', '^Since'], []],
    ['behind letters that change length in lower case', ['too.'], ['too.']],
    ['but not what the text does not say', ['invoices are late', '<b>late</b>', 'WebhooksSince'], []],
    ['but not nothing', ['', '  '], []],
    ['but not what is no text', [7, null, { a: 1 }, ['late'], 'late'], ['late']],
    ['but not from something that is no list', 'late', []],
    ['but not from nothing', undefined, []],
  ])('are kept %s', (_, candidates, expected) => {
    expect(excerptsOf(candidates, text)).toEqual(expected);
  });

  it('may have 80 characters and no more', () => {
    const long = { title: 'x'.repeat(81), description: 'y'.repeat(81) };
    expect(excerptsOf(['x'.repeat(80), 'y'.repeat(81)], long)).toEqual(['x'.repeat(80)]);
  });

  it('are looked for in the first ten candidates only', () => {
    const candidates = Array.from({ length: 10 }, (_, index) => `missing ${String(index)}`);
    expect(excerptsOf([...candidates.slice(1), 'late'], text)).toEqual(['late']);
    expect(excerptsOf([...candidates, 'late'], text)).toEqual([]);
  });

  it('always stand in the text, whatever the model says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.nat(90),
        fc.array(fc.string()),
        (title, description, at, more) => {
          const found = excerptsOf([description.slice(at), title.toUpperCase(), ...more], { title, description });
          expect(found.length).toBeLessThanOrEqual(3);
          for (const excerpt of found) expect(title.includes(excerpt) || description.includes(excerpt)).toBe(true);
        },
      ),
    );
  });
});
