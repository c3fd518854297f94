/** What a reason for having no suggestion means. */
interface FailureMeaning {
  /** What happened, for the person who waits for the suggestion: a sentence that may go on. */
  readonly notice: string;
  /** The very same request may succeed a moment later. */
  readonly transient: boolean;
  /** The model is not there for anyone right now, and finding that out costs time. */
  readonly outage: boolean;
}

const unavailable = 'The model was unavailable';
const unusable = 'The model gave no usable answer';
const misconfigured = 'The model is not set up correctly';

/**
 * Every reason for having no suggestion. A wrong key, an empty account and a wrong request are no outage: they are answered
 * at once, do not pass by waiting, and must stay visible as what they are. Nor is an answer that cannot be used: the model
 * is there, and the next ticket may go well. A model that is loading is on its way.
 */
const FAILURES = {
  no_api_key: { notice: 'No model is set up', transient: false, outage: false },
  bad_api_key: { notice: misconfigured, transient: false, outage: false },
  forbidden: { notice: misconfigured, transient: false, outage: false },
  model_not_found: { notice: misconfigured, transient: false, outage: false },
  wrong_address: { notice: misconfigured, transient: false, outage: false },
  redirected: { notice: misconfigured, transient: false, outage: false },
  untrusted_certificate: { notice: misconfigured, transient: false, outage: false },
  bad_request: { notice: misconfigured, transient: false, outage: false },
  no_credit: {
    notice: 'The account of the model has no credit left',
    transient: false,
    outage: false,
  },
  budget_used: {
    notice: "Today's budget for the model is used up",
    transient: false,
    outage: false,
  },
  too_long: {
    notice: 'The text is too long for the model',
    transient: false,
    outage: false,
  },
  loading: {
    notice: 'The model is still loading',
    transient: true,
    outage: false,
  },
  timeout: { notice: 'The model took too long', transient: false, outage: true },
  unreachable: { notice: unavailable, transient: true, outage: true },
  rate_limited: { notice: 'The model is busy', transient: true, outage: true },
  server_error: { notice: unavailable, transient: true, outage: true },
  circuit_open: { notice: unavailable, transient: false, outage: false },
  refused: {
    notice: 'The model declined to judge this text',
    transient: false,
    outage: false,
  },
  empty: { notice: unusable, transient: false, outage: false },
  truncated: { notice: unusable, transient: false, outage: false },
  invalid_json: { notice: unusable, transient: false, outage: false },
  schema_mismatch: { notice: unusable, transient: false, outage: false },
  unknown_value: { notice: unusable, transient: false, outage: false },
  unexpected: { notice: unavailable, transient: false, outage: false },
} as const satisfies Record<string, FailureMeaning>;

/** Why there is no suggestion; stored and logged, never shown as it is. */
export type FailureReason = keyof typeof FAILURES;

export const FAILURE_REASONS = Object.keys(FAILURES) as readonly FailureReason[];

/** Who stands in for the LLM, in the words of a notice. */
const STAND_INS = {
  defaults: 'the defaults are filled in',
  'built-in': 'the built-in suggester answers',
} as const;

/** A sentence for the person: what happened and what the desk did about it, without internals. */
export function noticeFor(reason: FailureReason, standIn: keyof typeof STAND_INS = 'defaults'): string {
  return `${FAILURES[reason].notice}, so ${STAND_INS[standIn]}.`;
}

/** Whether trying again within the same deadline makes sense. */
export function isTransient(reason: FailureReason): boolean {
  return FAILURES[reason].transient;
}

/** Whether the reason speaks for leaving the model alone for a while. */
export function isOutage(reason: FailureReason): boolean {
  return FAILURES[reason].outage;
}
