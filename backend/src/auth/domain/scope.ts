/** What an API token may be allowed to do. `admin` reaches the admin section, and counts for admins only. */
export const SCOPES = ['tickets:read', 'tickets:write', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];
