import type { Ticket } from '../../tickets/domain/ticket.ts';
import { arrivalTimes } from './demo-arrivals.ts';
import { DEMO_CUSTOMERS, type DemoCustomer } from './demo-customers.ts';
import { drawFacts } from './demo-facts.ts';
import { handling } from './demo-handling.ts';
import { type DemoEvent, tellHistory } from './demo-history.ts';
import { fillIn, inPersonalStyle, unwrap } from './demo-letter.ts';
import { DemoRandom } from './demo-random.ts';
import { type CategorizedScenario, DEMO_SCENARIOS } from './demo-scenarios.ts';

const COUNT = 420;
const DAYS = 75;

/** A ticket that the database has yet to number, with its history. */
export interface DemoTicket extends Omit<Ticket, 'id' | 'triage' | 'duplicate_of' | 'requester'> {
  readonly events: readonly DemoEvent[];
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
  return scenarios.map(({ scenario, round }, index) => {
    const createdAt = times[index] ?? now;
    const texts = write(scenario, round, createdAt, words);
    const { steps, ...state } = handling(createdAt, scenario.priority, now, work);
    const { category, priority } = texts;
    return { ...texts, createdAt, ...state, ...tellHistory({ createdAt, category, priority, steps }, people, deeds) };
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

function write(
  scenario: CategorizedScenario,
  round: number,
  createdAt: Date,
  random: DemoRandom,
): Pick<DemoTicket, 'title' | 'description' | 'category' | 'priority'> {
  const { titles, description, category, priority, language = 'en' } = scenario;
  const customer = random.pick(DEMO_CUSTOMERS.filter((candidate) => mayWrite(candidate, scenario)));
  const fact = drawFacts({ customer, createdAt, language }, random);
  return {
    title: fillIn(titles[round % titles.length] ?? titles[0], fact, round),
    description: fillIn(inPersonalStyle(unwrap(description), language, random), fact, round),
    category,
    priority,
  };
}

function mayWrite(customer: DemoCustomer, { language = 'en', region }: CategorizedScenario): boolean {
  const speaks = language === 'en' || customer.language === language;
  return speaks && (region === undefined || customer.market === region);
}
