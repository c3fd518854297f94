/** How much there is of everything on the desk at one moment. */
export interface DeskFigures {
  readonly tickets: number;
  readonly openTickets: number;
  readonly usersActive: number;
  readonly adminsActive: number;
  readonly tokensActive: number;
  readonly sessionsActive: number;
  readonly categoriesActive: number;
  readonly mailsQuarantined: number;
}
