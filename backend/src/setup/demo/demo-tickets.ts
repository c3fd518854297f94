import type { Ticket } from '../../tickets/domain/ticket.ts';
import { arrivalTimes } from './demo-arrivals.ts';
import { tellConversation } from './demo-conversation.ts';
import { DEMO_CUSTOMERS, type DemoCustomer } from './demo-customers.ts';
import { drawFacts } from './demo-facts.ts';
import { handling } from './demo-handling.ts';
import { type DemoEvent, tellHistory } from './demo-history.ts';
import { fillIn, inPersonalStyle, unwrap } from './demo-letter.ts';
import { DemoRandom } from './demo-random.ts';
import type { DemoLanguage } from './demo-scenario.ts';
import { type CategorizedScenario, DEMO_SCENARIOS } from './demo-scenarios.ts';

const COUNT = 420;
const DAYS = 75;

/** Somebody who writes to the desk. */
export interface DemoPerson {
  readonly name: string;
  readonly address: string;
  readonly customer: DemoCustomer;
}

/** A ticket that the database has yet to number, with its history and its conversation. */
export interface DemoTicket extends Omit<Ticket, 'id' | 'triage' | 'duplicate_of' | 'requester'> {
  readonly requester: DemoPerson;
  readonly events: readonly DemoEvent[];
}

/** A ticket of the demo under its number, with the contact who asks. */
export interface NumberedTicket {
  readonly id: number;
  readonly contact: number | null;
  readonly ticket: DemoTicket;
}

interface Letter {
  readonly texts: Pick<DemoTicket, 'title' | 'description' | 'category' | 'priority'>;
  readonly requester: DemoPerson;
  readonly language: DemoLanguage;
  readonly fact: (slot: string) => string;
  /** Drawn once all letters are written, so that answers change none. */
  readonly answer: () => string;
}

/**
 * The tickets of a desk that has been at work for 75 days, oldest first. The same `now` gives the same tickets; another
 * one moves them in time, and what they are about stays. `people` are the ids of those who write and handle them.
 */
export function demoTickets(now: Date, people: readonly number[] = []): DemoTicket[] {
  // A sequence each, so that a change of one leaves the others as they were.
  const times = arrivalTimes(COUNT, DAYS, now, new DemoRandom(20_011));
  const scenarios = dealScenarios(COUNT, new DemoRandom(70_003));
  const words = new DemoRandom(30_029);
  const work = new DemoRandom(50_021);
  const deeds = new DemoRandom(90_001);
  const talk = new DemoRandom(11_003);
  const letters = scenarios.map(({ scenario, round }, index) => write(scenario, round, times[index] ?? now, words));
  return letters.map(({ texts, requester, answer, ...letter }, index) => {
    const createdAt = times[index] ?? now;
    const { category, priority } = texts;
    const { steps, ...state } = handling(createdAt, priority, now, work);
    const { events: done, ...history } = tellHistory({ createdAt, category, priority, steps }, people, deeds);
    const events = tellConversation(done, { ...letter, answer: answer(), now }, talk);
    const updatedAt = events.at(-1)?.at ?? createdAt;
    return { ...texts, requester, createdAt, ...state, ...history, events, updatedAt, version: events.length };
  });
}

/** Every scenario in turn, shuffled by half a deck, so that a scenario comes back only after many others. */
function dealScenarios(count: number, random: DemoRandom): { scenario: CategorizedScenario; round: number }[] {
  const deck = random.shuffled(DEMO_SCENARIOS);
  const middle = Math.ceil(deck.length / 2);
  return Array.from({ length: Math.ceil(count / deck.length) }, (_, round) =>
    [deck.slice(0, middle), deck.slice(middle)]
      .flatMap((half) => random.shuffled(half))
      .map((scenario) => ({ scenario, round })),
  )
    .flat()
    .slice(-count);
}

function write(scenario: CategorizedScenario, round: number, createdAt: Date, random: DemoRandom): Letter {
  const { titles, description, answer, category, priority, language = 'en' } = scenario;
  const customer = random.pick(DEMO_CUSTOMERS.filter((candidate) => mayWrite(candidate, scenario)));
  const fact = drawFacts({ customer, createdAt, language }, random);
  const texts = {
    title: fillIn(titles[round % titles.length] ?? titles[0], fact, round),
    description: fillIn(inPersonalStyle(unwrap(description), language, random), fact, round),
    category,
    priority,
  };
  const requester = { name: fact('person'), address: fact('email'), customer };
  return { texts, requester, language, fact, answer: () => fillIn(unwrap(answer), fact, round) };
}

function mayWrite(customer: DemoCustomer, { language = 'en', region }: CategorizedScenario): boolean {
  const speaks = language === 'en' || customer.language === language;
  return speaks && (region === undefined || customer.market === region);
}
