/** How people and categories are called. */
export interface Names {
  category(key: string): string;
  person(id: number): string;
}
