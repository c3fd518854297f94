import type { FieldChange } from '../../tickets/domain/ticket-event.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { type TicketStatus, isDone } from '../../vocabulary/ticket-status.ts';
import type { HandlingStep } from './demo-handling.ts';
import type { DemoRandom } from './demo-random.ts';

const CATEGORIES = ['billing', 'technical', 'account', 'general'];

/** How often the desk had a suggestion, and how often people saw it otherwise. */
const SUGGESTED = 0.9;
const OVERRIDDEN = { category: 0.08, priority: 0.16 };
/** How often a ticket is given to somebody when it is written, and else taken over by who begins with it. */
const GIVEN = 0.25;
const TAKEN_OVER = 0.65;

/** What somebody says: Markdown, but of what comes from customers. */
export interface DemoMessage {
  readonly kind: 'reply' | 'note' | 'incoming';
  readonly text: string;
}

/** One event of a ticket that the database has yet to number. Null is the desk itself, or the customer where they wrote a message. */
export interface DemoEvent {
  readonly version: number;
  readonly kind: 'created' | 'changed' | 'message';
  readonly at: Date;
  readonly actor: number | null;
  readonly changes: readonly FieldChange[];
  readonly message?: DemoMessage;
}

/** Who did what, from the first event to the last. */
export interface DemoHistory {
  readonly createdBy: number | null;
  readonly assignee: number | null;
  readonly events: readonly DemoEvent[];
}

interface Course {
  readonly createdAt: Date;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly steps: readonly HandlingStep[];
}

/**
 * Tells how a ticket came to be what it is: written with a suggestion in view, corrected, taken over, resolved. One event
 * for each step of its life, at the time of the step. Without people nobody is named and nothing is taken over.
 */
export function tellHistory(course: Course, people: readonly number[], random: DemoRandom): DemoHistory {
  // Drawn always, so that the story is the same with and without people.
  const [author, worker] = [random.next(), random.next()].map((share) => people[Math.floor(share * people.length)]);
  const given = random.chance(GIVEN) && worker !== undefined;
  const takesOver = random.chance(TAKEN_OVER);
  const corrects = random.chance(0.5) ? 'category' : 'priority';
  const corrected = course.steps.some(({ status }) => status === 'open');
  const wrong = {
    category: random.pick(CATEGORIES.filter((category) => category !== course.category)),
    priority: nextTo(course.priority, random),
  };
  const first = {
    category: corrected && corrects === 'category' ? wrong.category : course.category,
    priority: corrected && corrects === 'priority' ? wrong.priority : course.priority,
  };
  const created: DemoEvent = {
    ...{ version: 1, kind: 'created', at: course.createdAt, actor: author ?? null },
    changes: [
      change('status', null, 'open'),
      ...suggestedFields(first, random),
      ...(given ? [change('assignee', null, worker)] : []),
    ],
  };
  let status: TicketStatus = 'open';
  let assignee = given ? worker : null;
  const later = course.steps.map((step, index): DemoEvent => {
    const changes: FieldChange[] = [];
    if (step.status === status) changes.push(change(corrects, first[corrects], course[corrects]));
    else changes.push(change('status', status, step.status));
    if (takesOver && worker !== undefined && assignee === null && step.status !== 'open' && !isDone(status)) {
      changes.push(change('assignee', null, worker));
      assignee = worker;
    }
    status = step.status;
    return { version: index + 2, kind: 'changed', at: step.at, actor: worker ?? null, changes };
  });
  return { createdBy: author ?? null, assignee, events: [created, ...later] };
}

function suggestedFields(
  chosen: { readonly category: string; readonly priority: TicketPriority },
  random: DemoRandom,
): FieldChange[] {
  const suggested = random.chance(SUGGESTED);
  const category = suggestion(random, OVERRIDDEN.category, chosen.category, () =>
    random.pick(CATEGORIES.filter((other) => other !== chosen.category)),
  );
  const priority = suggestion(random, OVERRIDDEN.priority, chosen.priority, () => nextTo(chosen.priority, random));
  return [
    { ...change('category', null, chosen.category), suggested: suggested ? category : null },
    { ...change('priority', null, chosen.priority), suggested: suggested ? priority : null },
  ];
}

/** What was suggested: what was chosen, surely, or something else, less surely. */
function suggestion(random: DemoRandom, overridden: number, chosen: string, other: () => string) {
  const wrong = random.chance(overridden);
  const confidence = wrong ? 0.4 + 0.35 * random.next() : 0.62 + 0.36 * random.next();
  return { value: wrong ? other() : chosen, confidence: Math.round(confidence * 100) / 100 };
}

/** The priority above or below. */
function nextTo(priority: TicketPriority, random: DemoRandom): TicketPriority {
  const index = TICKET_PRIORITIES.indexOf(priority);
  const near = TICKET_PRIORITIES.filter((_, other) => Math.abs(other - index) === 1);
  return random.pick(near);
}

function change(field: FieldChange['field'], from: FieldChange['from'], to: FieldChange['to']): FieldChange {
  return { field, from, to, suggested: null };
}
