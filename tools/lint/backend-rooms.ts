import type { Linter } from 'eslint';
import { room } from './import-rules.ts';

const MODULES = '(accounts|admin|audit|auth|categories|classification|health|jobs|stats|suggestions|tickets|users)';

const DATABASE_LIBRARIES = {
  regex: '^(typeorm|pg|pg-boss|@nestjs/typeorm)(/|$)',
  message: 'Only repositories, entities and database/ talk to PostgreSQL.',
};
const OPENAI = {
  regex: '^openai(/|$)',
  message: 'Only classification/providers/openai knows this library; everyone else uses the LlmProvider port.',
};
const ADMIN = {
  regex: '^\\..*/admin/',
  message: 'Admin is built on the other modules; nobody imports admin.',
};
const FOREIGN_TABLES = {
  regex: `/${MODULES}/(.*/)?[^/]*\\.(repository|entity)(\\.ts)?$`,
  message: "Ask the other module's service; its tables are its own.",
};
const PERSISTENCE = {
  regex: '^\\..*(\\.(repository|entity|sql)(\\.ts)?$|/database/)',
  message: 'A controller knows services and DTOs only.',
};
const OUTER_LAYERS = {
  regex: '\\.(controller|service|module)(\\.ts)?$|/dto/',
  message: 'Repositories and entities know rows and domain/, nothing above them.',
};
const WIRE = {
  regex: '\\.controller(\\.ts)?$|/dto/|\\.dto(\\.ts)?$',
  message: 'Services speak in domain objects; controllers turn them into DTOs.',
};
const PACKAGES = {
  regex: '^(?!\\.|node:)',
  message: 'domain/ is plain TypeScript: no framework, no library.',
};
const AROUND_DOMAIN = {
  regex: '\\.(controller|service|repository|entity|module)(\\.ts)?$|/(dto|database|config)/',
  message: 'domain/ depends on nothing but domain.',
};
const FEATURES = {
  regex: `/${MODULES}/`,
  message: 'common/ and config/ serve every module and know none.',
};

const src = 'backend/src';

/** Who may import whom in the back end; from the general to the particular, the last matching entry counts. */
export const backendRooms: Linter.Config[] = [
  room([`${src}/**/*.ts`], [DATABASE_LIBRARIES, OPENAI, ADMIN, FOREIGN_TABLES]),
  // The composition root puts every module together.
  room([`${src}/*.ts`], [DATABASE_LIBRARIES, OPENAI]),
  room([`${src}/common/**/*.ts`, `${src}/config/**/*.ts`], [DATABASE_LIBRARIES, OPENAI, FEATURES]),
  room([`${src}/{database,jobs}/**/*.ts`], [OPENAI, ADMIN]),
  // What the first start makes, it makes with the repositories of all.
  room([`${src}/setup/**/*.ts`], [OPENAI, ADMIN]),
  room([`${src}/**/*.module.ts`], [OPENAI]),
  room([`${src}/**/*.controller.ts`], [DATABASE_LIBRARIES, OPENAI, ADMIN, FOREIGN_TABLES, PERSISTENCE]),
  room([`${src}/**/*.service.ts`], [DATABASE_LIBRARIES, OPENAI, ADMIN, FOREIGN_TABLES, WIRE]),
  room([`${src}/**/*.repository.ts`], [OPENAI, ADMIN, FOREIGN_TABLES, OUTER_LAYERS]),
  // Statistics read every table, in the database.
  room([`${src}/stats/**/*.repository.ts`], [OPENAI, ADMIN, OUTER_LAYERS]),
  // An entity names the entity that its foreign key points to.
  room([`${src}/**/*.entity.ts`], [OPENAI, ADMIN, OUTER_LAYERS]),
  room([`${src}/**/domain/**/*.ts`], [PACKAGES, AROUND_DOMAIN, ADMIN]),
  room([`${src}/classification/providers/openai/**/*.ts`], [DATABASE_LIBRARIES, ADMIN, FOREIGN_TABLES]),
];
