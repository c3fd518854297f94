// A process that runs the development server that Angular brings along, with nothing but the proxy of `npm run dev`, until its
// parent is gone.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import proxy from '../../frontend/proxy.conf.mjs';

const ofAngular = createRequire(createRequire(import.meta.url).resolve('@angular/build/package.json'));
const { createServer } = await import(pathToFileURL(ofAngular.resolve('vite')).href);
const web = await createServer({
  configFile: false,
  logLevel: 'silent',
  optimizeDeps: { noDiscovery: true },
  server: { host: '127.0.0.1', port: Number(process.env['PORT']), strictPort: true, proxy, hmr: false, watch: null },
});
await web.listen();
process.send?.('listening');
process.once('disconnect', () => process.exit());
