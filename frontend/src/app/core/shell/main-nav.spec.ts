import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '../../api/model';
import { signInAs } from '../testing/sign-in';
import { MainNav } from './main-nav';

describe('the pages of the desk', () => {
  it.each<[Role, string[]]>([
    ['agent', ['/tickets', '/dashboard']],
    ['admin', ['/tickets', '/dashboard', '/admin']],
  ])('for an %s are %j', (role, pages) => {
    const nav = open(role);

    expect([...nav.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(pages);
  });

  it.each([
    [12, true, 'Triage 12 to sort'],
    [10_000, false, 'Triage 10,000+ to sort'],
    [0, true, undefined],
  ])('are triage as well while tickets wait to be sorted: %d, exactly: %s', async (count, count_exact, words) => {
    const nav = open('agent');
    const page = { results: [], count, count_exact, next_cursor: null, previous_cursor: null };
    TestBed.inject(HttpTestingController).expectOne('/api/tickets?triage=pending&limit=1').flush(page);
    await TestBed.inject(ApplicationRef).whenStable();

    expect(nav.querySelector('a[href="/triage"]')?.textContent.replace(/\s+/g, ' ').trim()).toBe(words);
  });

  function open(role: Role): HTMLElement {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    signInAs({ role });
    const nav = TestBed.createComponent(MainNav);
    nav.autoDetectChanges();
    TestBed.tick();
    return nav.nativeElement as HTMLElement;
  }
});
