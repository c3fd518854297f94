/** The proxy of the development server, in the environment that `npm run dev` gives it. */
async function proxyWith(environment: Record<string, string>): Promise<unknown> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    const { default: routes } = (await import(`../../frontend/proxy.conf.mjs?${JSON.stringify(environment)}`)) as {
      default: Readonly<Record<string, unknown>>;
    };
    return routes['/api'];
  } finally {
    process.env = before;
  }
}

describe('the proxy of npm run dev', () => {
  it('tells the API who asks, with the mark by which it is believed', async () => {
    expect(await proxyWith({ API_URL: 'http://[::1]:8123', PROXY_SECRET: 'shared' })).toEqual({
      target: { protocol: 'http:', host: '::1', port: '8123' },
      xfwd: true,
      headers: { 'x-desk-proxy': 'shared' },
    });
  });
});
