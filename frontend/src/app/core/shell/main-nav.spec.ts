import { provideHttpClient } from '@angular/common/http';
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
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideRouter([])] });
    signInAs({ role });
    const nav = TestBed.createComponent(MainNav);
    nav.detectChanges();

    const links = [...(nav.nativeElement as HTMLElement).querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(pages);
  });
});
