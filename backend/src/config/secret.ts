import { inspect } from 'node:util';

/** A value that must never be printed: logging, inspecting or serialising it shows a placeholder. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself; call it only where it is handed to the library that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** From here on it is in no log; null where nothing is given. */
export function secretOf(value: string | null | undefined): Secret | null {
  return value ? new Secret(value) : null;
}
