import { Component, DestroyRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterPreloader, provideRouter, withPreloading } from '@angular/router';
import { jest } from '@jest/globals';
import { AheadOfNeed } from './ahead-of-need';
import { PageList } from './page-list';

@Component({ selector: 'desk-page-of-test', template: '' })
class Page {}

describe('a page that is likely next', () => {
  const likely = jest.fn<() => Promise<typeof Page>>();
  const afterList = jest.fn<() => Promise<typeof Page>>();
  const unlikely = jest.fn<() => Promise<typeof Page>>();
  const arriving = signal(false);
  let rest: (() => void)[];

  beforeEach(() => {
    arriving.set(false);
    likely.mockReset().mockResolvedValue(Page);
    afterList.mockReset().mockResolvedValue(Page);
    unlikely.mockReset().mockResolvedValue(Page);
    rest = [];
    Object.assign(window, { requestIdleCallback: (run: () => void) => rest.push(run) });
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'first', component: Page },
            {
              path: '',
              canMatch: [() => false],
              children: [{ path: 'likely', data: { ahead: true }, loadComponent: likely }],
            },
            { path: 'after-list', data: { ahead: 'list' }, loadComponent: afterList },
            { path: 'unlikely', loadComponent: unlikely },
          ],
          withPreloading(AheadOfNeed),
        ),
      ],
    });
  });

  afterEach(() => Reflect.deleteProperty(window, 'requestIdleCallback'));

  it('is fetched when the browser is idle, also before anybody may go there; others are not', async () => {
    await begin();
    expect(likely).not.toHaveBeenCalled();

    await idle();
    expect(likely).toHaveBeenCalledTimes(1);
    expect(unlikely).not.toHaveBeenCalled();
  });

  it('waits for the list that is on its way', async () => {
    showList();
    await begin();
    await idle();
    expect(likely).not.toHaveBeenCalled();

    arriving.set(false);
    TestBed.tick();
    await idle();
    expect(likely).toHaveBeenCalledTimes(1);
  });

  it('waits until there is a list at all, where it is for those who have one', async () => {
    await begin();
    await idle();
    expect(afterList).not.toHaveBeenCalled();

    showList();
    arriving.set(false);
    await TestBed.inject(Router).navigateByUrl('/unlikely');
    await idle();
    expect(afterList).toHaveBeenCalledTimes(1);
  });

  it('is not asked for without a network: a browser remembers what did not come', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await begin();
    await idle();
    online.mockRestore();

    expect(likely).not.toHaveBeenCalled();
  });

  it('is asked for again after the next step where it did not come', async () => {
    likely.mockRejectedValueOnce(new Error('It did not come'));
    await begin();
    await idle();
    await TestBed.inject(Router).navigateByUrl('/unlikely');
    await idle();

    expect(likely).toHaveBeenCalledTimes(2);
  });

  function showList(): void {
    arriving.set(true);
    const list = { arriving: () => arriving(), focusFirst: () => undefined };
    TestBed.inject(PageList).register(list, TestBed.inject(DestroyRef));
  }

  async function begin(): Promise<void> {
    TestBed.inject(RouterPreloader).setUpPreloading();
    await TestBed.inject(Router).navigateByUrl('/first');
  }

  /** The browser has nothing to do, until what that leads to has been done. */
  async function idle(): Promise<void> {
    TestBed.tick();
    for (const run of rest.splice(0)) run();
    await TestBed.inject(Router).navigateByUrl(TestBed.inject(Router).url);
  }
});
