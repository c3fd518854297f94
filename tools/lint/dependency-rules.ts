import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser';
import { BACK_END, type House, WEB_APP } from './floors.ts';

const MODULES = 'node_modules/';

/** Who may import whom, in the words of dependency-cruiser. Types count; files that no floor lists are refused. */
export const DEPENDENCY_RULES: readonly IRegularForbiddenRuleType[] = [
  {
    name: 'no-circle',
    severity: 'error',
    comment: 'Files that know each other are one file, or a third one is hiding.',
    from: {},
    to: { circular: true },
  },
  forbid('resolved', 'What cannot be found cannot be judged.', { from: {}, to: { couldNotResolve: true } }),
  ...floors(BACK_END),
  ...floors(WEB_APP),

  forbid('no-foreign-repository', "Ask the other room's service; its tables are its own.", {
    from: { path: '^backend/src/([^/]+)/', pathNot: '^backend/src/setup/' },
    to: { path: String.raw`^backend/src/[^/]+/.*\.repository\.ts$`, pathNot: '^backend/src/$1/' },
  }),
  forbid('no-foreign-sql', "What another room's rows mean is for its repositories, and for figures over all tables.", {
    from: { path: '^backend/src/([^/]+)/', pathNot: '^backend/src/stats/' },
    to: { path: String.raw`^backend/src/[^/]+/.*\.sql\.ts$`, pathNot: '^backend/src/$1/' },
  }),
  forbid('entities-among-themselves', 'An entity is known by entities, and by the module that names it.', {
    from: { path: '^backend/src/', pathNot: String.raw`\.(entity|module)\.ts$` },
    to: { path: String.raw`\.entity\.ts$` },
  }),
  forbid(
    'database-libraries',
    'Only repositories, entities, modules, database/, jobs/ and setup/ talk to PostgreSQL.',
    {
      from: {
        path: '^backend/src/',
        pathNot: String.raw`^backend/src/(database|jobs|setup)/|\.(repository|entity|module)\.ts$`,
      },
      to: { path: `${MODULES}(@types/)?(typeorm|pg|pg-boss|@nestjs/typeorm)/` },
    },
  ),
  forbid('openai', 'Only classification/providers/openai knows this library; everyone else uses the port.', {
    from: { path: '^backend/src/', pathNot: '^backend/src/classification/providers/openai/' },
    to: { path: `${MODULES}openai/` },
  }),
  forbid('prom-client', 'Only metrics/ knows this library; everyone else adds to Metrics.', {
    from: { path: '^backend/src/', pathNot: '^backend/src/metrics/' },
    to: { path: `${MODULES}prom-client/` },
  }),
  forbid('opentelemetry', 'Only tracing/ knows these libraries, which most desks do not load.', {
    from: { path: '^backend/src/', pathNot: '^backend/src/tracing/' },
    to: { path: `${MODULES}@opentelemetry/` },
  }),
  forbid('controllers', 'A controller knows services and DTOs only.', {
    from: { path: String.raw`^backend/src/.*\.controller\.ts$` },
    to: { path: String.raw`^backend/src/(database/|.*\.(repository|entity|sql)\.ts$)` },
  }),
  forbid('services', 'Services speak in domain objects; controllers turn them into DTOs.', {
    from: { path: String.raw`^backend/src/.*\.service\.ts$` },
    to: { path: String.raw`^backend/src/.*(/dto/|\.dto\.ts$|\.controller\.ts$)` },
  }),
  forbid('repositories', 'Repositories and entities know rows and domain/, nothing above them.', {
    from: { path: String.raw`^backend/src/.*\.(repository|entity)\.ts$` },
    to: { path: String.raw`^backend/src/.*(/dto/|\.dto\.ts$|\.(controller|service|module)\.ts$)` },
  }),
  forbid('domain', 'domain/ and vocabulary/ depend on nothing but domain.', {
    from: { path: '^backend/src/(.*/domain|vocabulary)/' },
    to: {
      path: String.raw`^backend/src/(config|database|jobs)/|/dto/|\.(controller|service|repository|entity|module)\.ts$`,
    },
  }),
  forbid('domain-libraries', 'domain/ and vocabulary/ are plain TypeScript: no framework, no library.', {
    from: { path: '^backend/src/(.*/domain|vocabulary)/' },
    to: { path: MODULES },
  }),
  forbid('ui-shows', 'ui shows what it is given: it takes types from api, nothing that runs.', {
    from: { path: '^frontend/src/app/ui/' },
    to: { path: '^frontend/src/app/api/', dependencyTypesNot: ['type-only'] },
  }),
];

/** The options that say what is looked at: every source file but specs, types included. */
export const DEPENDENCY_OPTIONS: IConfiguration['options'] = {
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.base.json' },
  doNotFollow: { path: 'node_modules' },
  exclude: { path: String.raw`\.spec\.ts$` },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'types', 'node', 'default'],
    extensions: ['.ts', '.d.ts', '.js'],
  },
};

function forbid(
  name: string,
  comment: string,
  { from, to }: Pick<IRegularForbiddenRuleType, 'from' | 'to'>,
): IRegularForbiddenRuleType {
  return { name, severity: 'error', comment, from, to };
}

function floors({ folder, floors: rooms }: House): IRegularForbiddenRuleType[] {
  const known = rooms.map(({ name }) => name).join('|');
  const upwards = rooms.slice(0, -1).map(({ name }, index) => {
    const above = rooms.slice(index + 1).map((room) => room.name);
    return forbid(`floors-${folder}-${name}`, `${name} knows only the rooms below it; see tools/lint/floors.ts.`, {
      from: { path: `^${folder}/${name}/` },
      to: { path: `^${folder}/((${above.join('|')})/|[^/]+$)` },
    });
  });
  const unlisted = 'This folder is on no floor: give it its place in tools/lint/floors.ts.';
  const inNoRoom = { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/(${known})/` };
  return [
    ...upwards,
    forbid(`rooms-${folder}`, unlisted, { from: inNoRoom, to: {} }),
    forbid(`rooms-${folder}-known`, unlisted, { from: {}, to: inNoRoom }),
    forbid(`rooms-${folder}-alone`, unlisted, { from: { ...inNoRoom, orphan: true }, to: {} }),
  ];
}
