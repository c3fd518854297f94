import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { CategoryTerm, DecidedTicket } from '../domain/decided-ticket.ts';
import { stratifiedFolds } from '../domain/folds.ts';
import type { LearnableCategory } from '../domain/lesson.ts';
import { textMark } from '../domain/same-text.ts';
import type { Starter } from '../domain/starter.ts';
import { STARTER_CATEGORIES } from '../starter/starter-categories.ts';
import { STARTER } from '../starter/starter.ts';
import type { Trial } from './answers.ts';
import { BadInput } from './bad-input.ts';
import { type Baselines, categoryBaselines, priorityBaselines } from './baselines.ts';
import { type CurvePoint, curveOf, curveWorks, feasible } from './curve.ts';
import { type FieldReport, fieldReport } from './field-report.ts';
import { labelledTickets, unusedOf } from './labelled-tickets.ts';
import { type TriedDesk, learningWork, localTrial, partsJudged } from './local-trial.ts';
import type { EvaluationOptions } from './options.ts';
import { Progress } from './progress.ts';

/** What came of an evaluation, as the JSON has it: the category's figures on top, the priority's below their name. */
export interface EvaluationReport extends FieldReport {
  readonly provider: string;
  /** How the figures above came about. */
  readonly learned_from: string;
  readonly baselines: Baselines;
  readonly ms_per_prediction: number;
  /** Tickets that were not answered at all, and count nowhere. */
  readonly failures: number;
  readonly curve?: readonly CurvePoint[];
  /** Null where the file has no priorities. */
  readonly priority: (FieldReport & { readonly baselines: Baselines }) | null;
  readonly notes: readonly string[];
}

/** Asks somebody else than the desk's own model about every ticket. */
export type AskAll = (
  tickets: readonly DecidedTicket[],
  categories: readonly LearnableCategory[],
  done: () => void,
) => Promise<Trial>;

const FOLDS = 5;

/**
 * @param askAll whom to ask in place of the desk's own model.
 * @param tell is told in lines how far it has come.
 * @throws BadInput when something that was given cannot be used.
 */
export async function evaluation(
  options: EvaluationOptions,
  askAll: AskAll | null,
  tell: (line: string) => void,
): Promise<EvaluationReport> {
  const read = (file: string | null) =>
    file === null ? { tickets: [], notes: [], written: new Set<string>() } : labelledTickets(file, options.map);
  const fed = read(options.train);
  const main = read(options.data ?? options.test);
  const categories = categoriesOf([...fed.tickets, ...main.tickets], options.categories);
  const desk = { categories, starter: options.fresh ? null : starterFor(categories) };
  const { trial, learnedFrom } = await tried(desk, fed.tickets, main.tickets, askAll, tell);
  const notes = [
    ...[...fed.notes, ...main.notes, ...unusedOf(options.map, [fed, main])],
    ...remembered(fed.tickets, main.tickets),
  ];
  const curve = options.curve && grown(desk, options, fed.tickets, main.tickets, notes, tell);
  return {
    ...reported(trial, main.tickets, desk),
    provider: options.provider,
    learned_from: learnedFrom,
    ...(curve ? { curve } : {}),
    notes,
  };
}

/** What was fed is no test: it is told, and counted all the same, because the files are what the person chose. */
function remembered(fed: readonly DecidedTicket[], tested: readonly DecidedTicket[]): string[] {
  const marks = new Set(fed.map(({ text }) => textMark(text)));
  const count = tested.filter(({ text }) => marks.has(textMark(text))).length;
  if (count === 0) return [];
  return [
    `${String(count)} of ${String(tested.length)} tickets of the test file stand in the training file too, so the figures flatter.`,
  ];
}

/** The categories of the tickets as they are, each described as well as is known. */
function categoriesOf(
  tickets: readonly DecidedTicket[],
  described: readonly LearnableCategory[] | null,
): LearnableCategory[] {
  const known = [...(described ?? []), ...STARTER_CATEGORIES];
  const keys = [
    ...new Set([...(described ?? []).map(({ key }) => key), ...tickets.map(({ category }) => category).sort()]),
  ];
  if (keys.length < 2)
    throw new BadInput(`There is nothing to tell apart: all tickets are of the category “${keys[0] ?? ''}”.`);
  return keys.map((key) => {
    const same = known.find((category) => isSame(category.key, key));
    return { key, label: same?.label ?? key, description: same?.description ?? '' };
  });
}

/** The starter in the spelling of the categories: “Billing” is its billing. */
function starterFor(categories: readonly LearnableCategory[]): Starter {
  const spelled = new Map(
    STARTER_CATEGORIES.map(({ key }) => [key, categories.find((category) => isSame(category.key, key))?.key ?? key]),
  );
  const respelled = <Item extends { readonly category: string }>(item: Item): Item => ({
    ...item,
    category: spelled.get(item.category) ?? item.category,
  });
  return { ...STARTER, tickets: STARTER.tickets.map(respelled), terms: STARTER.terms.map(respelled) };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

async function tried(
  desk: TriedDesk,
  fed: readonly DecidedTicket[],
  tickets: readonly DecidedTicket[],
  askAll: AskAll | null,
  tell: (line: string) => void,
): Promise<{ readonly trial: Trial; readonly learnedFrom: string }> {
  if (askAll) {
    const trial = await askAll(
      tickets,
      desk.categories,
      new Progress(
        'Asking',
        tickets.map(() => 1),
        tell,
      ).step,
    );
    return { trial, learnedFrom: 'nothing: the LLM is asked as it is' };
  }
  const starter = desk.starter ? 'the starter' : 'no starter';
  if (fed.length > 0) {
    const trial = inOneGo(desk, fed, tickets, tell);
    return { trial, learnedFrom: `${starter} and ${String(fed.length)} tickets of the training file` };
  }
  if (desk.starter) {
    const trial = inOneGo(desk, [], tickets, tell);
    return { trial, learnedFrom: 'the starter alone, as at the first start of a desk' };
  }
  return {
    trial: inParts(desk, tickets, tell),
    learnedFrom: `no starter: each fifth of the tickets is judged by a model of the other four`,
  };
}

function inOneGo(
  desk: TriedDesk,
  fed: readonly DecidedTicket[],
  tickets: readonly DecidedTicket[],
  tell: (line: string) => void,
): Trial {
  const works = [learningWork(fed.length), ...partsJudged(tickets).map(({ length }) => length)];
  return localTrial(desk, fed, tickets, new Progress('Learning and judging', works, tell).step);
}

function inParts(desk: TriedDesk, tickets: readonly DecidedTicket[], tell: (line: string) => void): Trial {
  const keys = desk.categories.map(({ key }) => key);
  const part = stratifiedFolds(
    tickets.map(({ category }) => keys.indexOf(category)),
    FOLDS,
  );
  const progress = new Progress('Learning and judging', new Array<number>(FOLDS).fill(1), tell);
  const trials = Array.from({ length: FOLDS }, (_, fold) => {
    const tested = tickets.filter((_, at) => part[at] === fold);
    const trial = localTrial(
      desk,
      tickets.filter((_, at) => part[at] !== fold),
      tested,
    );
    progress.step();
    return trial;
  });
  const turns = trials.map(({ answers }) => [...answers]);
  return {
    // In the order of the tickets, beside which they are reported.
    answers: [...part].flatMap((fold) => turns[fold]?.shift() ?? []),
    msPerPrediction: trials.reduce((sum, trial) => sum + trial.msPerPrediction, 0) / FOLDS,
    failures: 0,
  };
}

function grown(
  desk: TriedDesk,
  { curve, seeds, test }: EvaluationOptions,
  fed: readonly DecidedTicket[],
  main: readonly DecidedTicket[],
  notes: string[],
  tell: (line: string) => void,
): CurvePoint[] {
  const [pool, ownTest] = test === null ? [main, null] : [fed, main];
  const asked = curve ?? [];
  const points = ownTest ? asked.filter((count) => count <= pool.length) : feasible(asked, pool.length);
  if (points.length < asked.length) {
    notes.push(
      `Of the curve, ${asked.filter((count) => !points.includes(count)).join(', ')} is left out: there are ${String(pool.length)} tickets, and some must never be fed.`,
    );
  }
  return curveOf(
    desk,
    pool,
    { points, seeds },
    new Progress('Curve', curveWorks({ points, seeds }), tell).step,
    ownTest,
  );
}

function reported(
  { answers, msPerPrediction, failures }: Trial,
  tickets: readonly DecidedTicket[],
  { categories, starter }: TriedDesk,
): Omit<EvaluationReport, 'provider' | 'learned_from' | 'curve' | 'notes'> {
  const classes = categories.map(({ key }) => key);
  const terms = [
    ...(starter ?? STARTER).terms,
    ...categories.map(({ key, label }): CategoryTerm => ({ term: label.toLowerCase(), category: key })),
  ];
  const priorities = answers.flatMap(({ priority }) => priority ?? []);
  const prioritised = tickets.flatMap((ticket) => (ticket.priority ? [{ ...ticket, priority: ticket.priority }] : []));
  const levels: readonly TicketPriority[] = TICKET_PRIORITIES;
  return {
    ...fieldReport(
      answers.map(({ category }) => category),
      classes,
    ),
    baselines: categoryBaselines(tickets, classes, terms),
    ms_per_prediction: msPerPrediction,
    failures,
    priority:
      priorities.length === 0
        ? null
        : { ...fieldReport(priorities, levels), baselines: priorityBaselines(prioritised, levels, STARTER.urgency) },
  };
}
