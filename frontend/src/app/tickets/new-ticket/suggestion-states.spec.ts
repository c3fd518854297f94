import { PAUSE_MS } from './suggestion-asker';
import { DESCRIPTION, NewTicketPage, saved, ticket } from './testing/new-ticket-page';
import { KNOWN_WORDS, abstention, hiddenSuggestion, noSuggestion, suggestion, twoOptions } from './testing/suggestion';

const KEPT = { suggestion_id: suggestion().suggestion_id };

describe('what the desk says of a new ticket', () => {
  let page: NewTicketPage;

  beforeEach(() => {
    page = new NewTicketPage();
    return page.open();
  });

  afterEach(() => page.leave());

  it('is how sure it is, with the record behind it', async () => {
    await page.suggest(suggestion());

    const [category] = page.texts('desk-suggested-field');
    expect(category).toContain('Unsure · 58 %');
    expect(category).toContain('Right 170 of 212 times');
    expect(document.querySelector('desk-track-record')!.getAttribute('title')).toBe(
      'Right about 8 times in 10 at this confidence, 212 checked',
    );
    expect(document.querySelectorAll('desk-track-record i.on')).toHaveLength(8);
    expect(page.texts('desk-track-record')).toHaveLength(1);
  });

  it('is a first guess without a number while nothing has been measured', async () => {
    await page.suggest(suggestion({ source: 'local', measured: false, confirmed: 12 }));

    expect(page.texts('desk-first-guess')).toEqual(['A first guess', 'A first guess']);
    expect(page.text('desk-suggestion-card')).not.toContain('%');
    expect(page.text('desk-suggestion-card .foot')).toBe('Starter knowledge, not yet measured on your tickets');
  });

  it('is silence with a few words that it knows and does not know', async () => {
    await page.suggest(abstention('unknown_words', { known_words: KNOWN_WORDS }));

    expect(page.text('desk-suggestion-card .words')).toBe('3 of 41 words are known here.');
    expect(page.texts('desk-word-chips li')).toEqual([
      ...['known: update', 'known: printers', 'known: labels'],
      ...['tulpenlabels', 'bovenste', 'Zebra', '+35 more'],
    ]);
  });

  it('is which request failed, to mention to whoever runs the desk', async () => {
    await page.write();
    await page.pass(PAUSE_MS);
    page.refuse(page.asked(), 500, { code: 'internal_error', detail: 'Something broke.' });
    await page.settle();
    expect(page.text('desk-suggestion-card .foot')).toBe('Request 7f3c-19ab');

    await page.press('Ask again');
    await page.pass(0);
    page.asked().flush(noSuggestion('The model was unavailable.'), { headers: { 'X-Request-Id': '8a4d' } });
    await page.settle();
    expect(page.text('desk-suggestion-card .foot')).toBe('Request 8a4d');
  });

  it('is one of two, which one click chooses; Undo asks again', async () => {
    await page.suggest(twoOptions());
    expect(page.text('#suggestion-heading')).toBe('Billing or Technical: please choose');
    expect(await page.shown()).toEqual(['', 'High']);
    expect(page.marks()).toEqual(['Needed', 'Suggested']);
    expect(page.texts('.pick desk-value-tag')).toEqual(['Billing', 'Technical']);
    const [billing, technical] = document.querySelectorAll('.pick');
    expect(technical!.querySelector('.sr')!.textContent).toBe('Technical, because of webhooks');
    const words = (pick?: Element) => Array.from(pick!.querySelectorAll('q'), (word) => word.textContent);
    expect([words(billing), words(technical)]).toEqual([['invoices', 'unpaid'], ['webhooks']]);
    expect(page.texts('.because')).toEqual(['because of every customer']);
    expect(page.texts('desk-writing-field mark')).toContain('invoices');

    document.querySelectorAll<HTMLElement>('.pick')[1]!.click();
    await page.settle();
    expect(await page.shown()).toEqual(['Technical', 'High']);
    expect(page.marks()).toEqual(['Yours', 'Suggested']);
    expect(document.activeElement!.getAttribute('role')).toBe('combobox');
    expect(page.texts('.pick')).toEqual([]);
    expect(page.texts('.because')[0]).toBe('because of webhooks');
    await page.press('Create ticket');
    expect(page.created().request.body).toEqual(ticket({ ...KEPT, category: 'technical' }));
  });

  it('was one of two, and is a correction when a third is right', async () => {
    await page.suggest(twoOptions());
    await page.choose('Category', 'Account');

    expect(page.texts('desk-token.out')).toEqual(['Billing', 'Technical']);
    expect(page.text('.learns')).toBe('The desk learns from your choice');
    document.querySelector<HTMLElement>('.undo')!.click();
    await page.settle();
    expect(page.texts('.pick desk-value-tag')).toEqual(['Billing', 'Technical']);
  });

  it('is nothing of the category where too few words are known: it has to be chosen', async () => {
    await page.suggest(abstention('unknown_words'));
    expect(await page.shown()).toEqual(['', 'Medium']);
    expect(page.marks()).toEqual(['Needed', 'Default']);
    expect(page.text('#suggestion-heading')).toBe('No suggestion: few of these words have been seen here');

    await page.press('Create ticket');
    expect(await page.errors()).toEqual(['Choose a category.']);
    await page.choose('Category', 'Account');
    await page.press('Create ticket');
    expect(page.created().request.body).toEqual(ticket({ ...KEPT, category: 'account', priority: 'medium' }));
  });

  it('takes back what it suggested for a text that says less', async () => {
    await page.suggest(suggestion());
    await page.type('Description', 'Help');
    await page.pass(PAUSE_MS);
    await page.answer(page.asked(), abstention('little_text'));

    expect(await page.shown()).toEqual(['', 'Medium']);
  });

  it('says of a priority that it cannot be learned yet', async () => {
    await page.suggest(suggestion({ suggested_priority: 'medium', options: { category: ['billing'], priority: [] } }));

    expect(page.marks()).toEqual(['Suggested', 'Default']);
    expect(page.texts('desk-suggested-field')[1]).toContain('Not learnable on this desk yet');
  });

  describe('kept from sight', () => {
    it('looks like no failure, fills in nothing, and the person chooses', async () => {
      await page.suggest(hiddenSuggestion());
      expect(page.text('#suggestion-heading')).toBe('This one is yours to choose');
      expect(page.text('desk-suggestion-card')).not.toMatch(/fail|unavailable|could not|Ask again/);
      expect(await page.shown()).toEqual(['', '']);
      expect(page.marks()).toEqual(['Needed', 'Needed']);

      await page.choose('Category', 'Technical');
      await page.choose('Priority', 'Low');
      expect(page.text('desk-suggestion-card')).not.toContain('Suggested');
      await page.press('Create ticket');
      expect(page.created().request.body).toEqual(ticket({ ...KEPT, category: 'technical', priority: 'low' }));
    });

    it('may be what has not been seen yet of this ticket, and the next one again', async () => {
      await page.checkCreateAnother();
      await page.write();
      await page.pass(PAUSE_MS);
      const first = page.asked();
      expect(first.request.body).toHaveProperty('hideable', true);
      await page.answer(first, hiddenSuggestion());
      await page.type('Description', `${DESCRIPTION} And more.`);
      await page.pass(PAUSE_MS);
      const second = page.asked();
      expect(second.request.body).toHaveProperty('hideable', true);
      await page.answer(second, suggestion());
      await page.type('Description', `${DESCRIPTION} And still more.`);
      await page.pass(PAUSE_MS);
      const third = page.asked();
      expect(third.request.body).not.toHaveProperty('hideable');
      await page.answer(third, suggestion());

      await page.press('Create ticket');
      page.created().flush(saved());
      await page.settle();
      await page.write();
      await page.pass(PAUSE_MS);
      expect(page.asked().request.body).toHaveProperty('hideable', true);
    });
  });

  it.each([
    ['one of two is right', twoOptions(), 'Not created yet: please choose the category.'],
    ['it keeps silent', abstention('too_close'), 'Not created yet: please choose the category.'],
    ['it is kept from sight', hiddenSuggestion(), 'Not created yet: please choose the category and priority.'],
  ])('is waited for by a ticket that is sent before, and asked for where %s', async (_, given, sentence) => {
    await page.write();
    await page.key({ key: 'Enter', ctrlKey: true });
    await page.pass(0);
    await page.answer(page.asked(), given);

    page.http.expectNone('/api/tickets');
    expect(page.text('desk-banner')).toBe(sentence);
    expect(page.text('[role="status"].sr')).toMatch(/Not created yet\.$/);
  });

  it('lets a ticket go that waited for the priority alone', async () => {
    await page.write();
    await page.choose('Category', 'Technical');
    await page.key({ key: 'Enter', ctrlKey: true });
    await page.pass(0);
    await page.answer(page.asked(), twoOptions());

    expect(page.created().request.body).toEqual(ticket({ ...KEPT, category: 'technical', priority: 'high' }));
  });
});
