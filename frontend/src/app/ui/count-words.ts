import { countText } from './numbers';

/** "1 ticket", "4,210 tickets"; "10,000+ tickets" when counting stopped there, "looking for tickets" before any was found. */
export function counted(count: number, one: string, many = `${one}s`, exact = true): string {
  if (count === 0 && !exact) return `looking for ${many}`;
  return `${figure(count, exact)} ${count === 1 && exact ? one : many}`;
}

/** "4,210"; "10,000+" when counting stopped there. */
export function figure(count: number, exact = true): string {
  return `${countText(count)}${exact ? '' : '+'}`;
}
