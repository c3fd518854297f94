/** Why a replay cannot be done, in a sentence for the admin who asked for it. */
export class ReplayFailure extends Error {}
