import 'reflect-metadata';
import { processVariables } from './config/environment.ts';
import { isTraced } from './tracing/is-traced.ts';

// What speaks HTTP or to PostgreSQL is loaded after it, so that it can be watched.
if (isTraced(processVariables())) (await import('./tracing/start-tracing.ts')).startTracing();
await import('./serve.ts');
