import { DestroyRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { NEW_TICKET_DIALOG } from '../new-ticket-launcher';
import { PageList } from '../page-list';
import { NewTicketAhead } from './new-ticket-ahead';

describe('the New ticket dialog', () => {
  const fetchDialog = jest.fn<() => Promise<never>>();
  const arriving = signal(true);

  beforeEach(() => {
    jest.useFakeTimers();
    arriving.set(true);
    fetchDialog.mockReset().mockRejectedValue(new Error('It did not come'));
    TestBed.configureTestingModule({
      providers: [NewTicketAhead, { provide: NEW_TICKET_DIALOG, useValue: fetchDialog }],
    });
  });

  afterEach(() => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    jest.useRealTimers();
  });

  it('is fetched when the tickets are on the screen and the browser is idle, and a failure is nobody’s matter', async () => {
    const idle = jest.fn<(run: () => void) => number>();
    Object.assign(window, { requestIdleCallback: idle });
    begin();
    expect(idle).not.toHaveBeenCalled();

    arriving.set(false);
    TestBed.tick();
    expect(fetchDialog).not.toHaveBeenCalled();
    idle.mock.calls[0]?.[0]();
    await jest.runAllTimersAsync();
    expect(fetchDialog).toHaveBeenCalledTimes(1);
  });

  it('is fetched once, however often the list is read', async () => {
    begin();
    for (const is of [false, true, false]) {
      arriving.set(is);
      TestBed.tick();
    }
    await jest.runAllTimersAsync();

    expect(fetchDialog).toHaveBeenCalledTimes(1);
  });

  it('is fetched a little later where the browser does not say when it is idle', async () => {
    begin();
    arriving.set(false);
    TestBed.tick();
    expect(fetchDialog).not.toHaveBeenCalled();
    await jest.runAllTimersAsync();

    expect(fetchDialog).toHaveBeenCalledTimes(1);
  });

  it('is not asked for without a network: a browser remembers what did not come', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    begin();
    arriving.set(false);
    TestBed.tick();
    await jest.runAllTimersAsync();

    expect(fetchDialog).not.toHaveBeenCalled();
    online.mockRestore();
  });

  function begin(): void {
    const list = { arriving: () => arriving(), focusFirst: () => undefined };
    TestBed.inject(PageList).register(list, TestBed.inject(DestroyRef));
    TestBed.inject(NewTicketAhead);
    TestBed.tick();
  }
});
