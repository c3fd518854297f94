/** The development server of the web app hands API calls to the API that runs beside it. */
export default {
  '/api': { target: process.env['API_URL'] ?? 'http://localhost:8000', xfwd: true },
};
