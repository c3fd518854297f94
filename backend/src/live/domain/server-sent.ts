import type { LiveEventName, LiveEvents } from './live-event.ts';

/** What holds a connection open that has nothing to tell; clients pass over it. */
export const BEAT = ': beat\n\n';

/** How long a client waits before it comes again, in milliseconds. */
export const RETRY = 'retry: 2000\n\n';

/** An event as `text/event-stream` has it; with an id, it says from where to go on after it. */
export function eventText<Name extends LiveEventName>(name: Name, data: LiveEvents[Name], id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Says from where to go on, and tells nothing. */
export function positionText(id: string): string {
  return `id: ${id}\n\n`;
}
