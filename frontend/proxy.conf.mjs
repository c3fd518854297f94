/** The development server of the web app hands API calls to the API that runs beside it. */
const { protocol, hostname, port } = new URL(process.env['API_URL'] ?? 'http://localhost:8000');

export default {
  // An IPv6 address stands in brackets in a URL, and without them where a connection is made.
  '/api': { target: { protocol, host: hostname.replace(/^\[(.+)\]$/, '$1'), port }, xfwd: true },
};
