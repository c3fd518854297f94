import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT } from './product';

const ROOT = join(import.meta.dirname, '../../../..');

describe('the name of the product', () => {
  it.each([
    ['the README', 'README.md', `# ${PRODUCT}\n`],
    ['the page before the app has started', 'frontend/src/index.html', `<title>${PRODUCT}</title>`],
    ['a browser without JavaScript', 'frontend/src/index.html', `<noscript>${PRODUCT} needs JavaScript.</noscript>`],
    ['the description of the API', 'backend/openapi.json', `"title": "${PRODUCT}"`],
    ['Swagger UI', 'backend/src/openapi/document.ts', `title: '${PRODUCT} API'`],
    ['what the terminal says', 'tools/start.ts', `${PRODUCT} is running.`],
    ['the license', 'LICENSE', `The ${PRODUCT} authors`],
    ['the package', 'package.json', `"name": "${PRODUCT.toLowerCase().replaceAll(' ', '-')}"`],
  ])('is the same in %s', (_, file, words) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(words);
  });
});
