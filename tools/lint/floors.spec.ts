import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type ICruiseResult, cruise } from 'dependency-cruiser';
import { DEPENDENCY_OPTIONS, DEPENDENCY_RULES } from './dependency-rules.ts';
import { BACK_END, WEB_APP } from './floors.ts';
import { floorsAsMarkdown } from './floors-as-markdown.ts';

const root = resolve(import.meta.dirname, '../..');
let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'support-tickets-floors-'));
});
afterEach(() => rmSync(house, { recursive: true }));

/** The rules that a house of these files breaks; a file is a path and what it imports or says. */
async function broken(files: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  write('tsconfig.base.json', '{}');
  for (const [path, lines] of Object.entries(files)) {
    write(path, `${lines.map((line) => (line.includes(' ') ? line : `import '${line}';`)).join('\n')}\nexport {};\n`);
  }
  const folders = ['backend/src', 'frontend/src/app'].filter((folder) =>
    Object.keys(files).some((path) => path.startsWith(folder)),
  );
  const { output } = await cruise(folders, {
    ...DEPENDENCY_OPTIONS,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: [...DEPENDENCY_RULES] },
  });
  const names = (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
  return [...new Set(names)].sort();
}

function write(path: string, text: string): void {
  const file = join(house, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A library as far as resolving goes. */
function library(name: string): Record<string, string[]> {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js', version: '1.0.0' }));
  write(`node_modules/${name}/index.js`, 'module.exports = {};');
  return {};
}

describe('the floors', () => {
  it.each([BACK_END, WEB_APP])('list every folder there is, and no other: $folder', ({ folder, floors }) => {
    const there = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(floors.map(({ name }) => name).sort()).toEqual(there.map(({ name }) => name).sort());
  });

  it('stand in CONTRIBUTING as they are enforced', () => {
    expect(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')).toContain(floorsAsMarkdown());
  });
});

describe('an import is refused', () => {
  it.each<[string, string, Record<string, readonly string[]>]>([
    [
      'upwards',
      'floors-backend/src-suggestions',
      { 'backend/src/suggestions/a.ts': ['../tickets/b.ts'], 'backend/src/tickets/b.ts': [] },
    ],
    [
      'of a type upwards',
      'floors-backend/src-common',
      {
        'backend/src/common/a.ts': ["import type { B } from '../database/b.ts';"],
        'backend/src/database/b.ts': ['export interface B {}'],
      },
    ],
    [
      'upwards, later',
      'floors-backend/src-tickets',
      {
        'backend/src/tickets/a.ts': ["export const later = () => import('../admin/b.ts');"],
        'backend/src/admin/b.ts': [],
      },
    ],
    [
      'upwards, by a re-export',
      'floors-backend/src-users',
      {
        'backend/src/users/a.ts': ["export { b } from '../auth/b.ts';"],
        'backend/src/auth/b.ts': ['export const b = 1;'],
      },
    ],
    [
      'of a file beside the rooms',
      'floors-backend/src-jobs',
      { 'backend/src/jobs/a.ts': ['../main.ts'], 'backend/src/main.ts': [] },
    ],
    [
      'from a folder on no floor',
      'rooms-backend/src',
      { 'backend/src/attic/a.ts': ['../config/b.ts'], 'backend/src/config/b.ts': [] },
    ],
    [
      'of a folder on no floor',
      'rooms-backend/src-known',
      { 'backend/src/setup/a.ts': ['../attic/b.ts'], 'backend/src/attic/b.ts': [] },
    ],
    ['by nobody, in a folder on no floor', 'rooms-backend/src-alone', { 'backend/src/attic/a.ts': [] }],
    [
      'within a circle of files',
      'no-circle',
      { 'backend/src/users/a.ts': ['./b.ts'], 'backend/src/users/b.ts': ["import type { A } from './a.ts';"] },
    ],
    [
      "of another room's repository",
      'no-foreign-repository',
      {
        'backend/src/tickets/a.service.ts': ['../categories/b.repository.ts'],
        'backend/src/categories/b.repository.ts': [],
      },
    ],
    [
      "of another room's SQL",
      'no-foreign-sql',
      { 'backend/src/tickets/a.repository.ts': ['../auth/b.sql.ts'], 'backend/src/auth/b.sql.ts': [] },
    ],
    [
      "of another room's entity",
      'entities-among-themselves',
      { 'backend/src/tickets/a.ts': ['../categories/b.entity.ts'], 'backend/src/categories/b.entity.ts': [] },
    ],
    [
      'of a repository by a controller',
      'controllers',
      { 'backend/src/tickets/a.controller.ts': ['./b.repository.ts'], 'backend/src/tickets/b.repository.ts': [] },
    ],
    [
      'of the unit of work by a controller',
      'controllers',
      { 'backend/src/tickets/a.controller.ts': ['../database/b.ts'], 'backend/src/database/b.ts': [] },
    ],
    [
      'of a DTO by a service',
      'services',
      { 'backend/src/tickets/a.service.ts': ['./dto/b.dto.ts'], 'backend/src/tickets/dto/b.dto.ts': [] },
    ],
    [
      'of a service by a repository',
      'repositories',
      { 'backend/src/tickets/a.repository.ts': ['./b.service.ts'], 'backend/src/tickets/b.service.ts': [] },
    ],
    [
      'of settings by domain',
      'domain',
      { 'backend/src/tickets/domain/a.ts': ['../../config/b.ts'], 'backend/src/config/b.ts': [] },
    ],
    [
      'of a feature by another below it',
      'floors-frontend/src/app-tickets',
      { 'frontend/src/app/tickets/a.ts': ['../admin/b'], 'frontend/src/app/admin/b.ts': [] },
    ],
    [
      'of a feature by the kit',
      'floors-frontend/src/app-kit',
      { 'frontend/src/app/kit/a.ts': ['../tickets/b'], 'frontend/src/app/tickets/b.ts': [] },
    ],
    [
      'of the kit by the core',
      'floors-frontend/src/app-core',
      { 'frontend/src/app/core/a.ts': ['../kit/b'], 'frontend/src/app/kit/b.ts': [] },
    ],
    [
      'of what runs in api by ui',
      'ui-shows',
      { 'frontend/src/app/ui/a.ts': ['../api/b'], 'frontend/src/app/api/b.ts': [] },
    ],
    ['of what is not there', 'resolved', { 'backend/src/users/a.ts': ['./b.ts'] }],
    ['from a new folder of the web app', 'rooms-frontend/src/app-alone', { 'frontend/src/app/attic/a.ts': [] }],
  ])('%s (%s)', async (_, rule, files) => {
    expect(await broken(files)).toContain(rule);
  });

  it.each([
    ['typeorm', 'database-libraries', 'backend/src/tickets/a.service.ts'],
    ['pg-boss', 'database-libraries', 'backend/src/tickets/a.service.ts'],
    ['openai', 'openai', 'backend/src/classification/a.service.ts'],
    ['rxjs', 'domain-libraries', 'backend/src/tickets/domain/a.ts'],
    ['rxjs', 'domain-libraries', 'backend/src/vocabulary/a.ts'],
  ])('of %s (%s) by %s', async (name, rule, file) => {
    expect(await broken({ ...library(name), [file]: [name] })).toEqual([rule]);
  });
});

describe('an import may go', () => {
  it.each<Record<string, readonly string[]>>([
    { 'backend/src/tickets/a.service.ts': ['../categories/b.service.ts'], 'backend/src/categories/b.service.ts': [] },
    { 'backend/src/tickets/a.service.ts': ['./b.repository.ts'], 'backend/src/tickets/b.repository.ts': [] },
    { 'backend/src/tickets/a.entity.ts': ['../users/b.entity.ts'], 'backend/src/users/b.entity.ts': [] },
    { 'backend/src/tickets/a.module.ts': ['./b.entity.ts'], 'backend/src/tickets/b.entity.ts': [] },
    { 'backend/src/setup/a.ts': ['../users/b.repository.ts'], 'backend/src/users/b.repository.ts': [] },
    { 'backend/src/tickets/domain/a.ts': ['node:util', '../../vocabulary/b.ts'], 'backend/src/vocabulary/b.ts': [] },
    { 'backend/src/stats/a.repository.ts': ['../auth/b.sql.ts'], 'backend/src/auth/b.sql.ts': [] },
    { 'backend/src/main.ts': ['./admin/b.ts'], 'backend/src/admin/b.ts': [] },
    { 'frontend/src/app/admin/a.ts': ['../tickets/b'], 'frontend/src/app/tickets/b.ts': [] },
    {
      'frontend/src/app/ui/a.ts': ["import type { B } from '../api/b';"],
      'frontend/src/app/api/b.ts': ['export interface B {}'],
    },
  ])('downwards: %j', async (files) => {
    expect(await broken(files)).toEqual([]);
  });
});
