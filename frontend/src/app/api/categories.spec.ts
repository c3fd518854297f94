import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Categories } from './categories';
import type { Category } from './model';

const BILLING = aCategory('billing', 'Billing');
const REFUNDS: Category = { ...aCategory('refunds', 'Refunds'), active: false, merged_into: 'billing' };
const LEGAL = aCategory('legal', 'Legal');

describe('the categories of the desk', () => {
  let categories: Categories;
  let http: HttpTestingController;

  beforeEach(async () => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    categories = TestBed.inject(Categories);
    http = TestBed.inject(HttpTestingController);
    await answer([BILLING, REFUNDS]);
  });

  afterEach(() => {
    http.verify();
    jest.useRealTimers();
  });

  it('name one that was merged, which no filter and no new ticket offers', () => {
    expect(categories.label('refunds')).toBe('Refunds');
    expect(categories.findable()).toEqual([BILLING]);
    expect(categories.offered('refunds')).toBe(false);
  });

  it('are asked for once more because of a key that is not among them', async () => {
    expect([categories.label('legal'), categories.label('legal')]).toEqual(['legal', 'legal']);
    expect(categories.offered('legal')).toBeUndefined();
    await answer([BILLING, REFUNDS, LEGAL]);

    expect(categories.label('legal')).toBe('Legal');
    expect(categories.offered('legal')).toBe(true);
  });

  it('are not asked for ever about a key that nobody knows', async () => {
    categories.label('legal');
    await answer([BILLING]);

    expect(categories.label('legal')).toBe('legal');
    expect(categories.offered('legal')).toBe(false);
    await settle();
  });

  it.each([
    ['the window has the focus again', () => window.dispatchEvent(new Event('focus'))],
    ['the tab is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('are asked for again when %s, but not all the time', async (_, comeBack) => {
    comeBack();
    await settle();
    jest.advanceTimersByTime(5_000);
    comeBack();
    comeBack();
    await settle();
    expect(categories.label('billing')).toBe('Billing');
    await answer([{ ...BILLING, label: 'Invoices' }]);

    expect(categories.label('billing')).toBe('Invoices');
  });

  it('stay when asking again fails', async () => {
    expect(categories.label('billing')).toBe('Billing');
    categories.reload();
    await settle();
    http.expectOne('/api/categories').flush(null, { status: 503, statusText: 'No' });
    await settle();

    expect(categories.all()).toEqual([BILLING, REFUNDS]);
    expect(categories.error()).toBeDefined();
  });

  async function answer(results: readonly Category[]): Promise<void> {
    await settle();
    http.expectOne('/api/categories').flush({ results });
    await settle();
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(1);
    TestBed.tick();
  }
});

function aCategory(key: string, label: string): Category {
  return { key, label, description: '', position: 1, active: true, merged_into: null };
}
