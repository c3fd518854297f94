/** What a process of the back end does: `api` answers requests, `worker` does jobs, `all` does both. */
export const PROCESS_ROLES = ['api', 'worker', 'all'] as const;

export type ProcessRole = (typeof PROCESS_ROLES)[number];
