import { KnownContacts } from '../src/contacts/known-contacts.service.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it.each(['', '\u200b', ' \u2060'])(
  'somebody who writes for the first time under the name %j has their address for one',
  async (name) => {
    const address = `writer${String(name.length)}@halden.example`;
    const known = app.get(KnownContacts);
    const id = await app.get(UnitOfWork).run((transaction) => known.require(transaction, { name, address }));
    expect((await known.cards([id])).get(id)?.name).toBe(address);
  },
);
