import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { BASE_PATH, basePathOf } from './base-path';
import { basePathInterceptor } from './base-path-interceptor';

describe('calls of the API', () => {
  const asked = (basePath: string, url: string): string => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([basePathInterceptor])),
        provideHttpClientTesting(),
        { provide: BASE_PATH, useValue: basePath },
      ],
    });
    TestBed.inject(HttpClient).get(url).subscribe();
    const [call] = TestBed.inject(HttpTestingController).match(() => true);
    return call?.request.url ?? '';
  };

  it.each([
    ['', '/api/tickets', '/api/tickets'],
    ['/tools/desk', '/api/tickets', '/tools/desk/api/tickets'],
    ['/tools/desk', '/favicon.svg', '/favicon.svg'],
  ])('of a desk below "%s" turn %s into %s', (basePath, url, expected) => {
    expect(asked(basePath, url)).toBe(expected);
  });

  it.each([
    ['<base href="/">', ''],
    ['<base href="/tools/desk/">', '/tools/desk'],
    ['', ''],
  ])('know from %s that the desk lives below "%s"', (markup, expected) => {
    const page = new DOMParser().parseFromString(`<head>${markup}</head>`, 'text/html');
    expect(basePathOf(page)).toBe(expected);
  });
});
