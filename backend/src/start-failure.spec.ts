import { InvalidEnvironmentError } from './config/environment.ts';
import { startFailure } from './start-failure.ts';

const failure = (properties: object, message = 'details with postgres://u:hush@h/db') =>
  Object.assign(new Error(message), properties);

describe('why the API does not start', () => {
  it.each([
    ['a wrong setting', new InvalidEnvironmentError('Invalid settings: PORT.'), 'Invalid settings: PORT.'],
    [
      'a busy port',
      failure({ code: 'EADDRINUSE', port: 8000 }),
      'Port 8000 is already in use; set PORT to a free one.',
    ],
    ['a forbidden port', failure({ code: 'EACCES', port: 80 }), 'Port 80 may not be used by this user'],
    ['nobody at the address', failure({ code: 'ECONNREFUSED' }), 'No PostgreSQL answers at DATABASE_URL'],
    ['no socket there', failure({ code: 'ENOENT', address: '/data/.s.PGSQL.5432' }), 'No PostgreSQL answers'],
    [
      'the socket of another user',
      failure({ code: 'EACCES', address: '/data/.s.PGSQL.5432' }),
      'No PostgreSQL answers',
    ],
    ['nobody at either address', new AggregateError([failure({ code: 'ECONNREFUSED' })]), 'No PostgreSQL answers'],
    ['an unknown host', failure({ code: 'ENOTFOUND' }), 'No PostgreSQL answers at DATABASE_URL'],
    ['silence', new Error('timeout expired'), 'No PostgreSQL answers at DATABASE_URL'],
    ['an end without a word', new Error('Connection terminated unexpectedly'), 'No PostgreSQL answers at DATABASE_URL'],
    ['a wrong password', failure({ code: '28P01' }), 'PostgreSQL refuses the user or password in DATABASE_URL.'],
    [
      'no password',
      new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'),
      'PostgreSQL asks for a password, and DATABASE_URL has none.',
    ],
    ['a full disk', failure({ code: '53100' }), 'The disk of PostgreSQL is full; make room on it, and start again.'],
    ['an unknown database', failure({ code: '3D000' }), 'The database named in DATABASE_URL does not exist.'],
    ['something else', new Error('no such table'), 'The API could not start: no such table'],
    ['no error at all', 'oops', 'The API could not start: oops'],
  ])('%s', (_, error, sentence) => {
    expect(startFailure(error)).toContain(sentence);
    expect(startFailure(error)).not.toMatch(/hush|\n/);
  });
});
