import 'reflect-metadata';
import { SYSTEM } from './common/actor.ts';
import { processVariables } from './config/environment.ts';
import { createApp } from './create-app.ts';
import { startFailure } from './start-failure.ts';
import { UsersAdminService } from './users/users-admin.service.ts';
import { UsersService } from './users/users.service.ts';

// node dist/backend/reset-password.js USERNAME: for the day when no admin can sign in any more. Gives the person a
// one-time password, prints it, and ends their sessions. The audit log tells that the desk itself did it.
const [, , username = ''] = process.argv;
try {
  const app = await createApp({ ...processVariables(), LOG_LEVEL: 'silent' });
  const people = await app.get(UsersService).all();
  const person = people.find((one) => one.username.toLowerCase() === username.toLowerCase());
  if (person) {
    const oneTimePassword = await app.get(UsersAdminService).resetPassword(person.id, SYSTEM);
    process.stdout.write(`The one-time password of ${person.username} is ${oneTimePassword}\n`);
  } else {
    process.stderr.write(`Name one of ${people.map((one) => one.username).join(', ')}.\n`);
    process.exitCode = 1;
  }
  await app.close();
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exitCode = 1;
}
