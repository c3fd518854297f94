import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '../../api/model';
import { signInAs } from '../testing/sign-in';
import { ViewCounts } from '../view-counts';
import { MainNav } from './main-nav';

describe('the pages of the desk', () => {
  it.each<[Role, string[]]>([
    ['agent', ['/tickets', '/contacts', '/dashboard']],
    ['admin', ['/tickets', '/contacts', '/dashboard', '/admin']],
  ])('for an %s are %j', (role, pages) => {
    const nav = open(role);

    expect([...nav.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(pages);
  });

  it.each([
    [12, 'Triage 12 to sort'],
    [10_000, 'Triage 10,000 to sort'],
    [0, undefined],
  ])('are triage as well while tickets wait to be sorted: %d', async (pending, words) => {
    const nav = open('agent');
    TestBed.inject(HttpTestingController).expectOne('/api/tickets/views').flush({ results: [], pending });
    await TestBed.inject(ApplicationRef).whenStable();

    expect(nav.querySelector('a[href="/triage"]')?.textContent.replace(/\s+/g, ' ').trim()).toBe(words);
  });

  function open(role: Role): HTMLElement {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), ViewCounts],
    });
    signInAs({ role });
    const nav = TestBed.createComponent(MainNav);
    nav.autoDetectChanges();
    TestBed.tick();
    return nav.nativeElement as HTMLElement;
  }
});
