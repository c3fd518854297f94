import { DatabaseFailures } from './database-failures.ts';

const failures = new DatabaseFailures({});
const failed = (properties: object): Error => Object.assign(new Error('details'), properties);

describe('a failure of the database', () => {
  it.each([
    ['nobody at a port', { code: 'ECONNREFUSED', syscall: 'connect' }, 'database_unavailable'],
    ['no socket in its folder', { code: 'ENOENT', syscall: 'connect' }, 'database_unavailable'],
    ['a statement that was cut', { code: '57014' }, 'database_timeout'],
    ['a file of ours that is not there', { code: 'ENOENT', syscall: 'open' }, undefined],
  ])('is told in its words: %s', (_, properties, code) => {
    expect(failures.read(failed(properties))?.code).toBe(code);
  });
});
