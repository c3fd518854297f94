/**
 * Fails when the scripts of the first page weigh too much on the wire. The builder's own budgets count raw bytes;
 * what a person waits for is the compressed size, so that is what this counts: every script that index.html
 * loads or preloads, plus what those import statically.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const LIMIT_KB = 170;

const folder = process.argv[2] ?? 'dist/frontend/browser';
const html = readFileSync(join(folder, 'index.html'), 'utf8');
const waiting = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1] ?? '');
const initial = new Set<string>();

while (waiting.length > 0) {
  const file = waiting.pop() ?? '';
  if (initial.has(file)) continue;
  initial.add(file);
  const code = readFileSync(join(folder, file), 'utf8');
  // Static imports only: `from"./chunk.js"` and `import"./chunk.js"`, never `import("./chunk.js")`.
  for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) waiting.push(match[1] ?? '');
}

const kilobytes = (compress: (bytes: Buffer) => Buffer) =>
  [...initial].reduce((sum, file) => sum + compress(readFileSync(join(folder, file))).length, 0) / 1000;
const gzip = kilobytes((bytes) => gzipSync(bytes, { level: 9 }));
const brotli = kilobytes(brotliCompressSync);

console.log(
  `Initial JavaScript: ${gzip.toFixed(1)} kB gzip, ${brotli.toFixed(1)} kB brotli in ${initial.size} files (limit ${LIMIT_KB} kB gzip)`,
);
if (gzip > LIMIT_KB) {
  console.error(`Too heavy by ${(gzip - LIMIT_KB).toFixed(1)} kB: load something lazily, or drop a dependency.`);
  process.exit(1);
}
