import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { MessageAction } from './message-action';
import { GlobalErrorHandler } from './global-error-handler';
import { Notifications } from './notifications';

describe('a part of the app that does not load', () => {
  it.each([
    [true, 'A part of the page could not be loaded. It may have been updated.', 'Reload'],
    [
      false,
      'A part of the page could not be loaded, because you are offline. Try it again when you are back.',
      undefined,
    ],
  ])('is told as what it is when being online is %s', (online, words, offered) => {
    const told: [string, string | undefined][] = [];
    const show = (text: string, action?: MessageAction) => void told.push([text, action?.label]);
    TestBed.configureTestingModule({
      providers: [GlobalErrorHandler, { provide: Notifications, useValue: { show } }],
    });
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    TestBed.inject(GlobalErrorHandler).handleError(new TypeError('Failed to fetch dynamically imported module: x.js'));
    jest.restoreAllMocks();

    expect(told).toEqual([[words, offered]]);
  });
});
