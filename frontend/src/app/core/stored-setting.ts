/** A word this browser remembers. Where storage is switched off it is forgotten on reload, and nothing fails. */
export class StoredSetting {
  constructor(private readonly key: string) {}

  read(): string | null {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null;
    }
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
