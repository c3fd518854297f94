import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('there is an empty page for messages with pictures from elsewhere, in which nothing runs and which the desk alone frames', async () => {
  const { status, headers, body } = await app.anonymous.get<string>('/api/message-frame');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(body).toMatch(/<body><\/body><\/html>$/);
  const policy = headers.get('content-security-policy')?.split('; ') ?? [];
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "img-src 'self' https: http:", "frame-ancestors 'self'"]),
  );
  expect(policy.find((rule) => rule.startsWith('sandbox'))).not.toContain('allow-scripts');
  expect(policy.some((rule) => rule.startsWith('script-src'))).toBe(false);
  expect([headers.get('x-frame-options'), headers.get('referrer-policy')]).toEqual(['SAMEORIGIN', 'no-referrer']);
  expect(headers.get('set-cookie')).toBeNull();
});
