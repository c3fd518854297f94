import { Injectable, inject, untracked } from '@angular/core';
import { Session } from './session';
import { StoredSetting } from './stored-setting';

/**
 * What this browser remembers for one person. It outlives the session, so that it is there when they sign in again,
 * and nobody else is shown it. While nobody is signed in nothing is kept.
 */
@Injectable({ providedIn: 'root' })
export class PersonalSettings {
  private readonly session = inject(Session);

  read(key: string): string | null {
    return this.setting(key)?.read() ?? null;
  }

  write(key: string, value: string | null): void {
    this.setting(key)?.write(value);
  }

  private setting(key: string): StoredSetting | null {
    const user = untracked(this.session.user);
    return user && new StoredSetting(`${key}.${user.id}`);
  }
}
