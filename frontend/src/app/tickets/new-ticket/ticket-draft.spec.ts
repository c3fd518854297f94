import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { signInAs } from '../../core/testing/sign-in';
import { TicketDraft } from './ticket-draft';

describe('the draft of a ticket', () => {
  const draft = { title: 'Late', description: 'Since\n07:30', category: 'billing', priority: 'high' } as const;
  const store = () => TestBed.inject(TicketDraft);

  beforeEach(() => {
    localStorage.clear();
    signInAs({ id: 7 });
  });
  afterEach(() => jest.restoreAllMocks());

  it('is there after a reload', () => {
    store().write(draft);

    expect(store().read()).toEqual(draft);
  });

  it('is shown to nobody else, and is there when its writer signs in again', () => {
    store().write(draft);
    signInAs({ id: 8 });
    expect(store().read()).toBeNull();

    signInAs({ id: 7 });
    expect(store().read()).toEqual(draft);
  });

  it('is gone when it is cleared', () => {
    store().write(draft);
    store().clear();

    expect(store().read()).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('is not kept while there is nothing in it', () => {
    store().write(draft);
    store().write({ title: ' ', description: '\n', category: '', priority: '' });

    expect(localStorage).toHaveLength(0);
  });

  it.each([
    ['nothing', null],
    ['broken JSON', '{"title":'],
    ['a word', '"draft"'],
    ['a list', '[]'],
    ['empty fields', '{"title":"","description":" "}'],
  ])('is none when the browser has kept %s', (_, kept) => {
    if (kept !== null) localStorage.setItem('desk.new-ticket.7', kept);

    expect(store().read()).toBeNull();
  });

  it('keeps what can be read of it', () => {
    localStorage.setItem('desk.new-ticket.7', '{"title":"Late","description":7,"priority":"urgent"}');

    expect(store().read()).toEqual({ title: 'Late', description: '', category: '', priority: '' });
  });

  it('does no harm where storage is switched off', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);

    expect(() => store().write(draft)).not.toThrow();
    expect(() => store().clear()).not.toThrow();
    expect(store().read()).toBeNull();
  });
});
