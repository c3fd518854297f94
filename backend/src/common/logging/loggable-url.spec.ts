import { loggableUrl } from './loggable-url.ts';

it.each([
  ['/api/tickets', '/api/tickets'],
  ['/api/tickets?status=open', '/api/tickets?status=open'],
  ['/api/tickets?search=ada%20lovelace&status=open', '/api/tickets?search=*&status=open'],
  ['/api/contacts?limit=5&search=ada@example.com', '/api/contacts?limit=5&search=*'],
  ['/api/tickets?search=one&search=two', '/api/tickets?search=*&search=*'],
])('%s is logged as %s', (url, logged) => {
  expect(loggableUrl(url)).toBe(logged);
});
