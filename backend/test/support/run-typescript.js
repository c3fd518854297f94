import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { transformSync } from '@swc/core';
import config from '../../jest.config.js';

// For a process of its own: the sources run as in the tests, decorators included. Use it with `--import`.
const [[, options]] = Object.values(config.transform);

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return nextLoad(url, context);
    const { code } = transformSync(readFileSync(new URL(url), 'utf8'), { ...options, filename: url });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
