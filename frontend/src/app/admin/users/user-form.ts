import { type FormControl, type FormGroup, type NonNullableFormBuilder } from '@angular/forms';
import { type Observable, tap } from 'rxjs';
import type { AdminUser, Role } from '../../api/admin-model';
import { OvertakenForm } from '../../kit/forms/overtaken-form';
import { atMost, matching, needed } from '../../kit/forms/rules';

const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._@+'-]{0,63}$/;
const USERNAME_WORDS =
  'Use letters, digits, dots, dashes, underscores, plus signs, apostrophes and @, beginning with a letter or digit, 64 at most.';

interface UserControls {
  display_name: FormControl<string>;
  username: FormControl<string>;
  role: FormControl<Role>;
}

/** The fields of a person, named as on the wire. */
export function userForm(build: NonNullableFormBuilder, user: AdminUser | null): FormGroup<UserControls> {
  return build.group({
    display_name: build.control(user?.display_name ?? '', [
      needed('Name is needed.'),
      atMost(80, 'Name must be at most 80 characters long.'),
    ]),
    username: build.control(user?.username ?? '', [needed('Username is needed.'), matching(USERNAME, USERNAME_WORDS)]),
    role: build.control<Role>(user?.role ?? 'agent'),
  });
}

/** What an admin writes about a person. */
type UserTexts = Pick<AdminUser, 'display_name' | 'username' | 'role'>;

export function typedUser(form: FormGroup<UserControls>): UserTexts {
  const { display_name: name, username, role } = form.getRawValue();
  return { display_name: name.trim(), username: username.trim(), role };
}

/** The form of somebody whom another admin may change meanwhile. */
export function overtakenUser(user: AdminUser, form: FormGroup<UserControls>): OvertakenForm<AdminUser, UserTexts> {
  return new OvertakenForm<AdminUser, UserTexts>(user, {
    textsOf: ({ display_name, username, role }) => ({ display_name, username, role }),
    typed: () => typedUser(form),
    put: (field, value) => form.patchValue({ [field]: value }),
  });
}

/** Keeps proposing a username after the name, until a person writes one of their own. Subscribe to it. */
export function proposeUsername({ display_name: name, username }: UserControls): Observable<string> {
  let proposed = username.value;
  return name.valueChanges.pipe(
    tap((text) => {
      if (username.value !== proposed) return;
      proposed = usernameFrom(text);
      username.setValue(proposed);
    }),
  );
}

/** "mina.park" for Mina Park; '' when nothing of the name can be used. */
export function usernameFrom(displayName: string): string {
  const plain = displayName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join('.').slice(0, 64);
}
