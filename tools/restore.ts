import { resolve } from 'node:path';
import { backupCommand } from './backup/command.ts';
import { restore } from './backup/restore.ts';
import { launch } from './launcher/launch.ts';
import { print } from './launcher/print.ts';

// `npm run restore -- FILE [--replace]`: puts the desk of a backup into DATA_DIR.
await launch(async () => {
  const { file, replace, dataDir } = backupCommand('restore', resolve(import.meta.dirname, '..'));
  print('Restoring…');
  const { begunAt } = await restore({ file, dataDir, replace });
  print(`${dataDir} holds the desk of ${begunAt} from ${file}. "npm start" starts it.`);
});
