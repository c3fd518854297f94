import { curlExample, scopesOf } from './scope-words';

describe('what a token may do', () => {
  it('includes the admin pages only for admins', () => {
    expect(scopesOf('agent').map(({ scope }) => scope)).toEqual(['tickets:read', 'tickets:write']);
    expect(scopesOf('admin').map(({ scope }) => scope)).toEqual(['tickets:read', 'tickets:write', 'admin']);
  });

  it('is shown with a call that this token is allowed', () => {
    expect(curlExample('http://desk', 'desk_1', ['tickets:read', 'admin'])).toBe(
      'curl -H "Authorization: Bearer desk_1" "http://desk/api/tickets?limit=5"',
    );
    expect(curlExample('http://desk', 'desk_1', ['tickets:write'])).toContain('"http://desk/api/auth/me"');
  });
});
