import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('the theme', () => {
  let systemIsDark: boolean;

  beforeEach(() => {
    localStorage.clear();
    delete document.documentElement.dataset['theme'];
    systemIsDark = false;
    window.matchMedia = (query: string) =>
      ({ matches: systemIsDark, media: query, addEventListener: () => 0, removeEventListener: () => 0 }) as never;
  });

  it('follows the system and remembers nothing', () => {
    systemIsDark = true;
    const theme = start();

    expect(theme.scheme()).toBe('dark');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect(localStorage.getItem('desk.theme')).toBeNull();
  });

  it('is the other one after a toggle, and still after a reload', () => {
    start().toggle();
    TestBed.tick();

    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('desk.theme')).toBe('dark');
    TestBed.resetTestingModule();
    expect(start().scheme()).toBe('dark');
  });

  it('follows the system again after a second toggle', () => {
    const theme = start();
    theme.toggle();
    TestBed.tick();
    theme.toggle();
    TestBed.tick();

    expect(theme.scheme()).toBe('light');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect(localStorage.getItem('desk.theme')).toBeNull();
  });

  function start(): Theme {
    const theme = TestBed.inject(Theme);
    TestBed.tick();
    return theme;
  }
});
