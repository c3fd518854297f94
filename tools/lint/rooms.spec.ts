import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { backendRooms } from './backend-rooms.ts';
import { frontendRooms } from './frontend-rooms.ts';

const linter = new Linter();
const plugin = tseslint.plugin as unknown as NonNullable<Linter.Config['plugins']>[string];
const parser = tseslint.parser as Linter.Parser;
const config: Linter.Config[] = [
  { files: ['**/*.ts'], plugins: { '@typescript-eslint': plugin }, languageOptions: { parser } },
  ...backendRooms,
  ...frontendRooms,
];

/** How many imports the rules refuse when the file holds this line. */
function refusals(file: string, line: string): number {
  const problems = linter.verify(line, config, file);
  const broken = problems.find(({ fatal }) => fatal);
  if (broken) throw new Error(broken.message);
  return problems.length;
}

const imports = (path: string) => `import { x } from '${path}';`;

describe('in the back end', () => {
  const src = 'backend/src';

  it.each([
    ['a controller', 'tickets/tickets.controller.ts', './ticket.repository.ts'],
    ['a controller', 'tickets/tickets.controller.ts', './ticket.entity.ts'],
    ['a controller', 'tickets/tickets.controller.ts', '../database/unit-of-work.ts'],
    ['a controller', 'tickets/tickets.controller.ts', 'typeorm'],
    ['a service', 'tickets/tickets.service.ts', 'typeorm'],
    ['a service', 'tickets/tickets.service.ts', 'pg'],
    ['a service', 'tickets/bulk/bulk-runs.service.ts', 'pg-boss'],
    ['a service', 'tickets/tickets.service.ts', '@nestjs/typeorm'],
    ['a service', 'tickets/tickets.service.ts', 'openai'],
    ['a service', 'tickets/tickets.service.ts', './tickets.controller.ts'],
    ['a service', 'tickets/tickets.service.ts', './dto/ticket.dto.ts'],
    ["a service another module's repository", 'tickets/tickets.service.ts', '../categories/category.repository.ts'],
    ["a nested file another module's entity", 'tickets/queue/queue.ts', '../../categories/category.entity.ts'],
    ['a repository', 'tickets/ticket.repository.ts', './tickets.service.ts'],
    ['a repository', 'tickets/ticket.repository.ts', './dto/ticket.dto.ts'],
    ['a repository', 'tickets/ticket.repository.ts', '../categories/category.repository.ts'],
    ['an entity', 'tickets/ticket.entity.ts', './tickets.service.ts'],
    ['domain', 'tickets/domain/ticket.ts', '@nestjs/common'],
    ['domain', 'tickets/domain/ticket.ts', 'rxjs'],
    ['domain', 'tickets/domain/ticket.ts', '../ticket.repository.ts'],
    ['domain', 'tickets/domain/ticket.ts', '../../config/settings.ts'],
    ['a DTO', 'tickets/dto/ticket.dto.ts', 'typeorm'],
    ['common', 'common/http/paging.ts', '../../tickets/domain/ticket.ts'],
    ['config', 'config/settings.ts', '../stats/stats.service.ts'],
    ['a provider', 'classification/providers/local/local.provider.ts', 'openai'],
    ['the openai provider', 'classification/providers/openai/openai.provider.ts', 'typeorm'],
    ['the data source', 'database/data-source.ts', 'openai'],
    ['a module', 'tickets/tickets.module.ts', '../admin/admin.service.ts'],
    ['a repository', 'stats/stats.repository.ts', '../admin/audit.ts'],
  ])('%s does not import it: %s ← %s', (_who, file, path) => {
    expect(refusals(`${src}/${file}`, imports(path))).toBe(1);
  });

  it.each([
    ['tickets/tickets.controller.ts', './tickets.service.ts'],
    ['tickets/tickets.controller.ts', './dto/ticket.dto.ts'],
    ['tickets/tickets.service.ts', './ticket.repository.ts'],
    ['tickets/tickets.service.ts', '../categories/categories.service.ts'],
    ['tickets/queue/queue.service.ts', '../ticket.repository.ts'],
    ['tickets/ticket.repository.ts', 'typeorm'],
    ['tickets/ticket.entity.ts', '../categories/category.entity.ts'],
    ['tickets/domain/ticket.ts', './ticket-priority.ts'],
    ['tickets/domain/ticket.ts', 'node:util'],
    ['classification/domain/suggestion.ts', '../../tickets/domain/ticket-priority.ts'],
    ['classification/providers/openai/openai.provider.ts', 'openai/resources/shared'],
    ['stats/stats.repository.ts', '../tickets/ticket.entity.ts'],
    ['database/data-source.ts', '../tickets/ticket.entity.ts'],
    ['admin/accounts/accounts.service.ts', '../accounts.repository.ts'],
    ['app.module.ts', './admin/admin.module.ts'],
    ['tickets/domain/ticket.spec.ts', 'fast-check'],
  ])('%s may import %s', (file, path) => {
    expect(refusals(`${src}/${file}`, imports(path))).toBe(0);
  });

  it('a type, a re-export and a lazy import count as imports', () => {
    const file = `${src}/tickets/tickets.service.ts`;
    expect(refusals(file, "import type { Client } from 'pg';")).toBe(1);
    expect(refusals(file, "export { Client } from 'pg';")).toBe(1);
    expect(refusals(file, "const pg = await import('pg');")).toBe(1);
  });
});

describe('in the web app', () => {
  const app = 'frontend/src/app';

  it.each([
    ['tickets/ticket-list.ts', '../stats/dashboard'],
    ['tickets/new-ticket/new-ticket-dialog.ts', '../../stats/days'],
    ['tickets/ticket-list.ts', '../admin/users'],
    ['stats/dashboard.ts', '../tickets/ticket-list'],
    ['admin/users.ts', '../stats/dashboard'],
    ['kit/list/paged-list.ts', '../../tickets/ticket-list'],
    ['core/shell/shell.ts', '../../kit/list/address'],
    ['api/tickets-api.ts', '../kit/list/address'],
    ['ui/age.ts', '../kit/list/address'],
    ['core/shell/shell.ts', '../../tickets/ticket-list'],
    ['core/shell/shell.ts', '../../admin/users'],
    ['api/tickets-api.ts', '../core/notifications'],
    ['api/tickets-api.ts', '../ui/age'],
    ['api/tickets-api.ts', '../tickets/ticket-list'],
    ['ui/age.ts', '../core/theme'],
    ['ui/age.ts', '../api/categories'],
    ['ui/age.ts', '../stats/days'],
  ])('%s does not import %s', (file, path) => {
    expect(refusals(`${app}/${file}`, imports(path))).toBe(1);
    expect(refusals(`${app}/${file}`, `const later = () => import('${path}');`)).toBe(1);
  });

  it.each([
    ['tickets/ticket-list.ts', '../api/tickets-api'],
    ['tickets/ticket-list.ts', '../core/notifications'],
    ['tickets/list/ticket-row.ts', '../../ui/age'],
    ['tickets/filter/filter-bar.ts', '../../kit/list/address'],
    ['admin/users.ts', '../tickets/ticket-list'],
    ['kit/list/paged-list.ts', '../../core/notifications'],
    ['core/shell/shell.ts', '../../api/categories'],
    ['ui/value-select.ts', '@angular/core/rxjs-interop'],
    ['app.routes.ts', './tickets/tickets.routes'],
  ])('%s may import %s', (file, path) => {
    expect(refusals(`${app}/${file}`, imports(path))).toBe(0);
  });

  it('ui may take types from api', () => {
    expect(refusals(`${app}/ui/age.ts`, "import type { Ticket } from '../api/model';")).toBe(0);
  });
});
