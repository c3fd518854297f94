import type { Linter } from 'eslint';
import { room } from './import-rules.ts';

const ADMIN = {
  regex: '^\\..*/admin/',
  message: 'Admin is built on the rest of the app; nobody imports admin.',
};
const FEATURES = {
  regex: '^\\..*/(tickets|stats|account|admin)/',
  message: 'api, ui, core and kit serve the features and know none of them.',
};
const TICKETS = {
  regex: '^\\..*/tickets/',
  message: 'Features never import each other; share through kit, core, ui or api.',
};
const STATS = {
  regex: '^\\..*/stats/',
  message: 'Features never import each other; share through kit, core, ui or api.',
};
const ACCOUNT = {
  regex: '^\\..*/account/',
  message: 'Features never import each other; share through kit, core, ui or api.',
};
const KIT = { regex: '^\\..*/kit/', message: 'api, ui and core stand below kit.' };
const CORE = { regex: '^\\..*/core/', message: 'api and ui stand below core.' };
const UI = { regex: '^\\..*/ui/', message: 'api knows nothing of the screen.' };
const API_VALUES = {
  regex: '^\\..*/api/',
  message: 'ui shows what it is given: it takes types from api, nothing that runs.',
  allowTypeImports: true,
};

const app = 'frontend/src/app';

/** Who may import whom in the web app; app.config.ts and app.routes.ts put the parts together and may import all. */
export const frontendRooms: Linter.Config[] = [
  room([`${app}/api/**/*.ts`], [FEATURES, KIT, CORE, UI]),
  room([`${app}/core/**/*.ts`], [FEATURES, KIT]),
  room([`${app}/ui/**/*.ts`], [FEATURES, KIT, CORE, API_VALUES]),
  room([`${app}/kit/**/*.ts`], [FEATURES]),
  room([`${app}/tickets/**/*.ts`], [STATS, ACCOUNT, ADMIN]),
  room([`${app}/stats/**/*.ts`], [TICKETS, ACCOUNT, ADMIN]),
  room([`${app}/account/**/*.ts`], [TICKETS, STATS, ADMIN]),
  room([`${app}/admin/**/*.ts`], [STATS, ACCOUNT]),
];
