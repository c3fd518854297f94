import { TestBed } from '@angular/core/testing';
import { Component } from '@angular/core';
import { Router, provideRouter } from '@angular/router';
import { LastList } from './last-list';

@Component({ template: '' })
class Page {}

describe('the list as it was left', () => {
  it('is known on another page, until the list shows something else', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Page }])] });
    const router = TestBed.inject(Router);
    const last = TestBed.inject(LastList);
    await router.navigateByUrl('/tickets/7?view=all&category=billing');
    expect([last.isOpen(), last.params()]).toEqual([true, { view: 'all', category: 'billing' }]);

    await router.navigateByUrl('/ticketsomething?view=mine');
    expect([last.isOpen(), last.params()]).toEqual([false, { view: 'all', category: 'billing' }]);
    await router.navigateByUrl('/tickets');
    expect([last.isOpen(), last.params()]).toEqual([true, {}]);
  });
});
