import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, TitleStrategy, provideRouter } from '@angular/router';
import { PageTitle } from './page-title';

@Component({ template: '' })
class Page {}

describe('the title of the browser tab', () => {
  let title: PageTitle;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'tickets', title: 'Tickets', component: Page },
          { path: 'dashboard', title: 'Dashboard', component: Page },
        ]),
        { provide: TitleStrategy, useExisting: PageTitle },
      ],
    });
    title = TestBed.inject(PageTitle);
    await go('/tickets');
  });

  it('names the page and the desk', () => {
    expect(document.title).toBe('Tickets · Support Ticket System');
  });

  it('calls the whole by another name where a part has one, until that is left', () => {
    title.call('Halden');
    expect(document.title).toBe('Tickets · Halden');

    title.call();
    expect(document.title).toBe('Tickets · Support Ticket System');
  });

  it('is what a page sets, through navigations, until it takes it back', async () => {
    title.set('#12 Invoice');
    await go('/tickets?status=open');
    expect(document.title).toBe('#12 Invoice · Support Ticket System');

    title.set(undefined);
    expect(document.title).toBe('Tickets · Support Ticket System');
    await go('/dashboard');
    expect(document.title).toBe('Dashboard · Support Ticket System');
  });

  async function go(url: string): Promise<void> {
    await TestBed.inject(Router).navigateByUrl(url);
  }
});
