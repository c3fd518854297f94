/**
 * What is tried of a mail server, in this order: whether it is found and answers, whether there is an access token, where one is
 * needed, whether the connection is encrypted, whether it lets the user in, and then whether the folder can be read, or a mail sent.
 */
export const TRIAL_STEPS = ['name', 'token', 'tls', 'sign_in', 'folder', 'mail'] as const;

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

/** Why a step failed, in a sentence that may be shown. */
export class TrialFailure extends Error {}

/** A step that there is nothing to try of, and why. */
export class TrialSkip extends Error {}

/** What is done for one step; gives what was found. */
export type Attempt = readonly [step: TrialStepName, attempt: () => Promise<string>];

/** Takes one step after the other, up to the first that fails. */
export async function takeSteps(attempts: readonly Attempt[]): Promise<readonly TrialStep[]> {
  const steps: TrialStep[] = [];
  for (const [step, attempt] of attempts) {
    if (steps.some(({ state }) => state === 'failed')) {
      steps.push({ step, state: 'skipped', detail: 'Waits for the step before', ms: 0 });
      continue;
    }
    const begun = performance.now();
    const [state, detail] = await outcomeOf(attempt);
    steps.push({ step, state, detail, ms: state === 'skipped' ? 0 : Math.round(performance.now() - begun) });
  }
  return steps;
}

async function outcomeOf(attempt: () => Promise<string>): Promise<readonly [TrialStep['state'], string]> {
  try {
    return ['ok', await attempt()];
  } catch (error) {
    if (error instanceof TrialSkip) return ['skipped', error.message];
    if (error instanceof TrialFailure) return ['failed', error.message];
    throw error;
  }
}
