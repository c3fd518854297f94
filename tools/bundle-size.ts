/**
 * Fails when the scripts of the first page weigh too much on the wire. The builder's own budgets count raw bytes; what a
 * person waits for is the compressed size, so that is what this counts: every script that index.html loads or preloads,
 * plus what those import statically. With `--pages` it also tells what each page and dialog adds, as a table in Markdown.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bundle } from './web/bundle.ts';

const LIMIT_KB = 157;

const [folder = 'dist/frontend/browser', how] = process.argv.slice(2);
const bundle = new Bundle(folder);
const { gzip, brotli } = bundle.weight(bundle.initial());

console.log(
  `Initial JavaScript: ${gzip.toFixed(1)} kB gzip, ${brotli.toFixed(1)} kB brotli in ${bundle.initial().size} files (limit ${LIMIT_KB} kB gzip)`,
);
if (how === '--pages') {
  console.log('\n| Page or dialog | adds kB gzip | in all |\n| --- | ---: | ---: |');
  const stats = readFileSync(join(folder, '../browser-stats.json'), 'utf8');
  for (const { name, adds, all } of bundle.pages(stats))
    console.log(`| ${name} | ${adds.toFixed(1)} | ${all.toFixed(1)} |`);
}
if (gzip > LIMIT_KB) {
  console.error(`Too heavy by ${(gzip - LIMIT_KB).toFixed(1)} kB: load something lazily, or drop a dependency.`);
  process.exit(1);
}
