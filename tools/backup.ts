import { resolve } from 'node:path';
import { backUp } from './backup/back-up.ts';
import { backupCommand, inMegabytes } from './backup/command.ts';
import { launch } from './launcher/launch.ts';
import { print } from './launcher/print.ts';
import { StartError } from './launcher/start-error.ts';

// `npm run backup -- FILE [--replace]`: the desk of `npm start` in one file; the desk may be in use meanwhile.
await launch(async ({ stopRequest, cleanup }) => {
  const { file, replace, dataDir } = backupCommand('backup', resolve(import.meta.dirname, '..'));
  print('Backing up…');
  const work = backUp({ dataDir, file, replace }, cleanup);
  const size = await Promise.race([work, stopRequest.asked]);
  if (!size) throw new StartError('Stopped; there is no backup.');
  print(`${file} holds the desk of ${dataDir}: ${inMegabytes(size.file)}, of ${inMegabytes(size.contents)}.`);
});
