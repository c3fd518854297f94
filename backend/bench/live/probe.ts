import { createServer } from 'node:http';
import { figuresOfThisProcess } from './process-figures.ts';

// Loaded before a process of the API: tells whoever asks at a port of loopback what the process holds.
const figures = figuresOfThisProcess();
const server = createServer((_request, response) => {
  void figures().then((told) => response.end(JSON.stringify(told)));
});
server.listen(Number(process.env['PROBE_PORT']), '127.0.0.1').unref();
