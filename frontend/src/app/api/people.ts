import { httpResource } from '@angular/common/http';
import { Injectable, computed, linkedSignal } from '@angular/core';
import type { Person, PersonList } from './model';
import { reloadWhenBack } from './reload-when-back';

/** Everybody who works or worked at the desk, loaded once and shared by every page. */
@Injectable({ providedIn: 'root' })
export class People {
  private readonly list = reloadWhenBack(httpResource<PersonList>(() => '/api/users'));
  private readonly answer = computed(() => (this.list.hasValue() ? this.list.value().results : undefined));

  /** By name, those who left included; empty until loaded. What was loaded stays when asking again fails. */
  readonly all = linkedSignal<readonly Person[] | undefined, readonly Person[]>({
    source: this.answer,
    computation: (people, before) => people ?? before?.value ?? [],
  });
  /** Those who can be given work. */
  readonly active = computed(() => this.all().filter((person) => person.active));
  readonly loading = this.list.isLoading;
  readonly error = this.list.error;

  private readonly byId = computed(() => new Map(this.all().map((person) => [person.id, person])));
  /** Numbers that were not in the list: it is asked for once more because of each. */
  private readonly missed = new Set<number>();

  /** Undefined while the list is not there, and for a number that nobody has. Reads a signal. */
  person(id: number): Person | undefined {
    const person = this.byId().get(id);
    if (!person) this.missing(id);
    return person;
  }

  /** The name of a person; "…" while it is on its way, "Someone" when it is not known. Reads a signal. */
  name(id: number): string {
    return this.person(id)?.display_name ?? (this.byId().size === 0 && this.loading() ? '…' : 'Someone');
  }

  reload(): void {
    this.list.reload();
  }

  /** Someone may have joined since. Not at once, because names are read where nothing may be changed. */
  private missing(id: number): void {
    if (this.byId().size === 0 || this.missed.has(id)) return;
    this.missed.add(id);
    queueMicrotask(() => this.reload());
  }
}
