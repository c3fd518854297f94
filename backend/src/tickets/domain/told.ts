/** What one search was told. It may begin again, when it is its turn for what is dear, and asks nothing twice. */
export class Told {
  private readonly answers = new Map<string, unknown>();

  /** What `ask` gives, which is the same for the same `question`. */
  async once<T>(question: unknown, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    if (!this.answers.has(key)) this.answers.set(key, await ask());
    return this.answers.get(key) as T;
  }
}
