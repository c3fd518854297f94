import { jest } from '@jest/globals';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Address } from './address';

@Component({ imports: [RouterOutlet], providers: [Address], template: '<router-outlet />' })
class Page {
  readonly address = inject(Address);
}

@Component({ template: '' })
class Inner {}

async function open(url: string) {
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: 'list', component: Page, children: [{ path: ':id', component: Inner }] }])],
  });
  const harness = await RouterTestingHarness.create();
  const { address } = await harness.navigateByUrl(url, Page);
  const settled = async (): Promise<string> => {
    await harness.fixture.whenStable();
    return TestBed.inject(Router).url;
  };
  const change = async (...[params, options]: Parameters<Address['change']>): Promise<string> => {
    address.change(params, options);
    return settled();
  };
  return { address, change, settled };
}

describe('the address of a list', () => {
  it('is read as texts, words, numbers and known values', async () => {
    const { address } = await open('/list?search=%20refund%20&status=open,%20closed&status=open&user=12&sort=oldest');

    expect(address.text('search')).toBe('refund');
    expect(address.words('status')).toEqual(['open', 'closed']);
    expect(address.number('user')).toBe(12);
    expect(address.oneOf('sort', ['newest', 'oldest'])).toBe('oldest');
  });

  it('says nothing where nothing usable stands', async () => {
    const { address } = await open('/list?user=x&sort=sideways&status=,');

    expect([address.text('search'), address.words('status')]).toEqual(['', []]);
    expect([address.number('user'), address.oneOf('sort', ['newest'])]).toEqual([undefined, undefined]);
  });

  it('keeps what is not changed, and loses what is emptied', async () => {
    const { address, change } = await open('/list?search=refund&status=open&sort=oldest');

    expect(await change({ search: '', status: null, user: '3' })).toBe('/list?sort=oldest&user=3');
    expect(address.number('user')).toBe(3);
  });

  it('names what a page does not honour of it, and takes it out', async () => {
    const { address, settled } = await open('/list?search=a,b&role=boss&x');
    const honoured = { search: 'a,b', role: '' };
    expect(address.besides(honoured)).toEqual(['role “boss”', 'x']);
    address.keepOnly(honoured);

    expect(await settled()).toBe('/list?search=a,b');
  });

  it('keeps open what is open within the page', async () => {
    const { change } = await open('/list/7?status=open');

    expect(await change({ status: 'closed' })).toBe('/list/7?status=closed');
  });

  it('can be replaced, so that Back skips what was typed', async () => {
    const { change } = await open('/list');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate');
    await change({ search: 're' }, { replace: true });
    await change({ status: 'open' });

    expect(navigate.mock.calls.map(([, extras]) => extras?.replaceUrl)).toEqual([true, false]);
  });
});
