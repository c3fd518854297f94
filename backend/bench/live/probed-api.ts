import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../../tools/free-port.ts';
import type { BenchedServer } from '../desk/benched-server.ts';
import { type ServerStart, startApi } from '../desk/bench-servers.ts';
import type { ProcessFigures } from './process-figures.ts';

const PROBE = pathToFileURL(resolve(import.meta.dirname, 'probe.ts')).href;

/** A process of the API that tells what it holds. */
export interface ProbedApi {
  readonly server: BenchedServer;
  readonly figures: () => Promise<ProcessFigures>;
}

/** Starts the built API with room for so many streams. */
export async function startProbedApi(start: ServerStart, streams: number): Promise<ProbedApi> {
  const port = await freePort();
  const environment = {
    ...start.environment,
    ...{ NODE_OPTIONS: `--expose-gc --import=${PROBE}`, PROBE_PORT: String(port) },
    LIVE_STREAMS_MAX: String(streams * 2),
  };
  const server = await startApi({ ...start, environment });
  const figures = async (): Promise<ProcessFigures> =>
    (await (await fetch(`http://127.0.0.1:${String(port)}`)).json()) as ProcessFigures;
  return { server, figures };
}
