import { type FormControl, type FormGroup, type NonNullableFormBuilder, Validators } from '@angular/forms';
import type { AdminUser, Role } from '../../api/admin-model';
import { matching, notBlank } from '../../kit/forms/form-errors';

const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;
const USERNAME_WORDS =
  'Use letters, digits, dots, dashes, underscores and @, beginning with a letter or digit, 64 at most.';

interface UserControls {
  display_name: FormControl<string>;
  username: FormControl<string>;
  role: FormControl<Role>;
}

/** The fields of a person, named as on the wire. */
export function userForm(build: NonNullableFormBuilder, user: AdminUser | null): FormGroup<UserControls> {
  return build.group({
    display_name: build.control(user?.display_name ?? '', [notBlank, Validators.maxLength(80)]),
    username: build.control(user?.username ?? '', [notBlank, matching(USERNAME, USERNAME_WORDS)]),
    role: build.control<Role>(user?.role ?? 'agent'),
  });
}

/** "mina.park" for Mina Park; '' when nothing of the name can be used. */
export function usernameFrom(displayName: string): string {
  const plain = displayName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join('.').slice(0, 64);
}
