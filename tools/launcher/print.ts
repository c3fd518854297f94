/** Tells the person at the terminal something. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
