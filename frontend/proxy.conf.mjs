/** The development server of the web app hands API calls to the API that runs beside it. */
const { protocol, hostname, port } = new URL(process.env['API_URL'] ?? 'http://localhost:8000');
/** By which the API knows that it is this server that says who asks. */
const proxySecret = process.env['PROXY_SECRET'];

export default {
  '/api': {
    // An IPv6 address stands in brackets in a URL, and without them where a connection is made.
    target: { protocol, host: hostname.replace(/^\[(.+)\]$/, '$1'), port },
    xfwd: true,
    ...(proxySecret && { headers: { 'x-desk-proxy': proxySecret } }),
  },
};
