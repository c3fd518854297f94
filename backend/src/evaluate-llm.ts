import 'reflect-metadata';
import { SuggesterFailure } from './classification/domain/suggester-failure.ts';
import { NO_DESK } from './classification/llm-desk.ts';
import type { Suggester } from './classification/suggester.ts';
import { llmSuggester } from './classification/suggesters/suggester-chain.ts';
import { InvalidEnvironmentError, processVariables, readEnvironment } from './config/environment.ts';
import { Settings } from './config/settings.ts';
import type { DecidedTicket } from './learning/domain/decided-ticket.ts';
import type { FieldAnswer, TicketAnswer } from './learning/evaluation/answers.ts';
import { BadInput } from './learning/evaluation/bad-input.ts';
import type { AskAll } from './learning/evaluation/evaluation.ts';

/** How many tickets the LLM is asked about at a time. */
const AT_A_TIME = 4;

/**
 * The LLM that the environment names, asked about tickets as the desk asks it.
 *
 * @throws BadInput when none is set up; the question does when it answered about no ticket.
 */
export function askLlm(): AskAll {
  const llm = configuredLlm();
  return async (tickets, categories, done) => {
    const asked = categories.map((category, position) => ({ ...category, position, active: true, mergedInto: null }));
    const answers: (TicketAnswer | SuggesterFailure)[] = [];
    let [next, ms] = [0, 0];
    const work = async (): Promise<void> => {
      for (let at = next++; at < tickets.length; at = next++) {
        const ticket = tickets[at];
        if (!ticket) return;
        const begin = performance.now();
        answers[at] = await answerOf(llm, ticket, asked);
        ms += performance.now() - begin;
        done();
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    const given = answers.flatMap((answer) => (answer instanceof SuggesterFailure ? [] : [answer]));
    const [first] = answers;
    if (given.length === 0 && first instanceof SuggesterFailure) throw nothingToJudge(first);
    return {
      answers: given,
      msPerPrediction: ms / Math.max(1, tickets.length),
      failures: answers.length - given.length,
    };
  };
}

function configuredLlm(): Suggester {
  try {
    // What is evaluated needs no database, and the environment is read for one process that has one.
    const environment = readEnvironment({ ...processVariables(), DATABASE_URL: 'postgres://nobody@localhost/none' });
    const llm = llmSuggester({ ...new Settings(environment).llm, provider: 'openai' }, NO_DESK);
    if (!llm.configured)
      throw new BadInput('No LLM is set up: set LLM_API_KEY, to any text for a server that wants none.');
    return llm;
  } catch (error) {
    throw error instanceof InvalidEnvironmentError ? new BadInput(error.message) : error;
  }
}

/** Zeros would read as if it had judged badly. */
function nothingToJudge({ reason, serverWords }: SuggesterFailure): BadInput {
  const said = serverWords === null ? '' : ` (${serverWords})`;
  return new BadInput(`The LLM gave no answer about any ticket: ${reason}${said}.`);
}

/** The failure when the LLM had no answer. */
async function answerOf(
  llm: Suggester,
  { text, category, priority }: DecidedTicket,
  categories: Parameters<Suggester['suggest']>[0]['categories'],
): Promise<TicketAnswer | SuggesterFailure> {
  try {
    const proposal = await llm.suggest({ text, categories }, new AbortController().signal);
    return {
      category: fieldAnswer(category, proposal.category, proposal.confidence.category),
      priority: priority && {
        ...fieldAnswer(priority, proposal.priority, proposal.confidence.priority),
        truth: priority,
      },
    };
  } catch (error) {
    if (error instanceof SuggesterFailure) return error;
    throw error;
  }
}

function fieldAnswer(truth: string, answer: string, confidence: number | null): FieldAnswer {
  return { truth, answer, confidence, alone: true, offered: answer === truth, abstained: null };
}
