const number = new Intl.NumberFormat('en');

/** "1 ticket", "4,210 tickets". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** "4,210". */
export function figure(count: number): string {
  return number.format(count);
}
