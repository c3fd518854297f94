import { limitServer } from './limit-server.ts';

// The limit as a process of its own, which the bench starts as it starts the API.
const { DATABASE_URL: url = '', PORT: port, READER: reader } = process.env;
const server = await limitServer(url, Number(reader));
const end = (): void => void server.close().then(() => process.exit(0));
process.once('disconnect', end);
process.once('SIGTERM', end);
await server.listen({ port: Number(port), host: '127.0.0.1' });
process.send?.({ ready: true });
