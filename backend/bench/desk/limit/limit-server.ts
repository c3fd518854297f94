import { type FastifyInstance, fastify } from 'fastify';
import { LimitCounts } from './limit-counts.ts';
import { LimitDatabase } from './limit-database.ts';
import { LimitFigures } from './limit-figures.ts';
import { type ListQuery, LimitLists } from './limit-lists.ts';
import { LimitSearches } from './limit-searches.ts';
import { type LimitBody, LimitTickets } from './limit-tickets.ts';

/**
 * What the machine can do: the same answers on the same paths from Fastify and `pg` alone, by the best SQL we know, on
 * statements that are prepared. No sign-in, no validation, no limits, no log; errors are of no kind.
 */
export async function limitServer(databaseUrl: string, reader: number): Promise<FastifyInstance> {
  const database = new LimitDatabase(databaseUrl);
  const counts = new LimitCounts(database);
  const lists = new LimitLists(database, counts, new LimitSearches(database));
  const figures = new LimitFigures(database);
  const tickets = new LimitTickets(database);
  await counts.fill();

  const server = fastify();
  server.addHook('onClose', () => database.end());
  server.get<{ Querystring: ListQuery }>('/api/tickets', ({ query }) => lists.page(query));
  server.get('/api/tickets/views', () => counts.views(reader));
  server.get<{ Querystring: { tz?: string } }>('/api/tickets/stats', ({ query }) => figures.read(query.tz ?? 'UTC'));
  server.get<{ Params: { id: string } }>('/api/tickets/:id', ({ params }) => tickets.read(Number(params.id)));
  server.patch<{ Params: { id: string }; Body: LimitBody }>('/api/tickets/:id', ({ params, body }) =>
    tickets.change(Number(params.id), body, reader),
  );
  server.post<{ Body: LimitBody }>('/api/tickets', ({ body }, reply) => {
    void reply.code(201);
    return tickets.create(body, reader);
  });
  return server;
}
