import type { TrustedServers } from './trusted-servers.ts';

/**
 * What is tried of a mail server, in this order: whether it is found and answers, whether there is an access token, where one is
 * needed, whether the connection is encrypted, whether it lets the user in, and then whether the folder can be read and how its mails
 * arrive there, or a mail sent.
 */
export const TRIAL_STEPS = ['name', 'token', 'tls', 'sign_in', 'folder', 'arrival', 'mail'] as const;

export type TrialStepName = (typeof TRIAL_STEPS)[number];

export const TRIAL_STATES = ['ok', 'failed', 'skipped'] as const;

/** How a step went, in words for who set it up. */
export interface TrialStep {
  readonly step: TrialStepName;
  readonly state: (typeof TRIAL_STATES)[number];
  readonly detail: string;
  /** How long it took, in milliseconds; 0 where it was skipped. */
  readonly ms: number;
}

/** How a trial went. */
export interface Trial {
  readonly steps: readonly TrialStep[];
  /** Which servers seem to stand before a mailbox, beyond what is typed; null where there is nothing to propose. */
  readonly proposal: TrustedServers | null;
}

/** Why a step failed, in a sentence that may be shown. */
export class TrialFailure extends Error {}

/** A step that there is nothing to try of, and why. */
export class TrialSkip extends Error {}

/** What is done for one step; gives what was found. */
export type Attempt = readonly [step: TrialStepName, attempt: () => Promise<string>];

/** How long a trial may take, in milliseconds. */
export interface TrialPatience {
  readonly step: number;
  readonly all: number;
}

export const TRIAL_PATIENCE: TrialPatience = { step: 15_000, all: 30_000 };

/**
 * Takes one step after the other, up to the first that fails. One that goes on for too long has failed, whatever comes of it later:
 * a server may go on speaking for ever.
 */
export async function takeSteps(attempts: readonly Attempt[], patience: TrialPatience): Promise<readonly TrialStep[]> {
  const steps: TrialStep[] = [];
  const end = performance.now() + patience.all;
  for (const [step, attempt] of attempts) {
    if (steps.some(({ state }) => state === 'failed')) {
      steps.push({ step, state: 'skipped', detail: 'Waits for the step before', ms: 0 });
      continue;
    }
    const begun = performance.now();
    const [state, detail] = await outcomeOf(attempt, Math.min(patience.step, end - begun));
    steps.push({ step, state, detail, ms: state === 'skipped' ? 0 : Math.round(performance.now() - begun) });
  }
  return steps;
}

async function outcomeOf(attempt: Attempt[1], longestMs: number): Promise<readonly [TrialStep['state'], string]> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TrialFailure(endless(longestMs))), longestMs);
  });
  try {
    return ['ok', await Promise.race([attempt(), end])];
  } catch (error) {
    if (error instanceof TrialSkip) return ['skipped', error.message];
    if (error instanceof TrialFailure) return ['failed', error.message];
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function endless(ms: number): string {
  return `It did not get to an end within ${String(Math.max(1, Math.round(ms / 1_000)))} seconds.`;
}
