/** An event of a ticket as the API sends it. */
export interface TicketEventBody {
  id: number;
  kind: string;
  at: string;
  version: number;
  actor: number | null;
  via: string;
  token_name: string | null;
  bulk_run_id: string | null;
  changes: {
    field: string;
    from: string | number | null;
    to: string | number | null;
    suggested: { value: string; confidence: number | null } | null;
  }[];
}

export interface TicketEventListBody {
  results: TicketEventBody[];
  next_cursor: string | null;
}
