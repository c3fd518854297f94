import { jest } from '@jest/globals';
import { Component, DestroyRef } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { PageList } from '../page-list';
import { windowOf } from '../testing/window-width';
import { SearchField } from './search-field';

@Component({ template: '' })
class Page {}

describe('the search field', () => {
  let fixture: ComponentFixture<SearchField>;
  let router: Router;

  beforeEach(async () => {
    windowOf(1024);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'tickets', component: Page },
          { path: 'tickets/:id', component: Page },
          { path: 'dashboard', component: Page },
        ]),
      ],
    });
    router = TestBed.inject(Router);
    fixture = TestBed.createComponent(SearchField);
    document.body.append(fixture.nativeElement as Node);
    await fixture.whenStable();
  });

  afterEach(() => jest.useRealTimers());

  it('narrows the list while a person types, keeping the other filters', async () => {
    await go('/tickets?status=open');
    jest.useFakeTimers();
    type('refund');
    await jest.advanceTimersByTimeAsync(300);

    expect(router.url).toBe('/tickets?status=open&search=refund');
  });

  it('waits for Enter on another page', async () => {
    await go('/dashboard');
    jest.useFakeTimers();
    type('refund');
    await jest.advanceTimersByTimeAsync(300);
    expect(router.url).toBe('/dashboard');

    press('Enter');
    await jest.advanceTimersByTimeAsync(1);
    expect(router.url).toBe('/tickets?search=refund');
  });

  it('opens a ticket by its number and is empty again', async () => {
    await go('/tickets?status=open');
    type('#4821');
    press('Enter');
    await fixture.whenStable();

    expect(router.url).toBe('/tickets/4821?status=open');
    expect(input().value).toBe('');
  });

  it('gives the keyboard away with Enter, but not with that of an input method', async () => {
    await go('/tickets?status=open');
    type('返金');
    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }));
    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true }));
    expect(document.activeElement).toBe(input());
    press('Enter');
    expect(document.activeElement).toBe(document.body);
    await fixture.whenStable();

    expect(router.url).toBe(`/tickets?status=open&search=${encodeURIComponent('返金')}`);
  });

  it('leads to the list with the arrow down, with what was typed', async () => {
    await go('/tickets');
    const reached: string[] = [];
    const list = { arriving: () => false, focusFirst: () => reached.push(router.url) };
    TestBed.inject(PageList).register(list, TestBed.inject(DestroyRef));
    type('refund');
    press('ArrowDown');
    await fixture.whenStable();

    expect(reached).toEqual(['/tickets?search=refund']);
  });

  it('shows what the address says, and is empty when the filters are cleared', async () => {
    await go('/tickets?search=invoice');
    expect(input().value).toBe('invoice');

    await go('/tickets');
    expect(input().value).toBe('');
  });

  it('is reached by the key /', () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));

    expect(document.activeElement).toBe(input());
  });

  async function go(url: string): Promise<void> {
    await router.navigateByUrl(url);
    await fixture.whenStable();
  }

  function input(): HTMLInputElement {
    return (fixture.nativeElement as HTMLElement).querySelector('input')!;
  }

  function type(text: string): void {
    input().focus();
    input().value = text;
    input().dispatchEvent(new Event('input'));
  }

  function press(key: string): void {
    input().dispatchEvent(new KeyboardEvent('keydown', { key }));
  }
});
