import { basePathOf } from '../api/base-path';

/** A word this browser remembers, for this desk and no other on the same host. Where storage is switched off it is forgotten on reload, and nothing fails. */
export class StoredSetting {
  private readonly key: string;

  constructor(key: string) {
    this.key = `${key}${basePathOf(document)}`;
  }

  read(): string | null {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null;
    }
  }

  /** Whether a browser that tells of a change means this one. */
  isAt(key: string): boolean {
    return key === this.key;
  }

  write(value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, value);
    } catch {
      // Nothing to do: the setting holds until the page is closed.
    }
  }
}
