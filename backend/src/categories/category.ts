/** A place where tickets belong. A retired one (`active` false) stays on its tickets and is not offered for new ones. */
export interface Category {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly position: number;
  readonly active: boolean;
}
