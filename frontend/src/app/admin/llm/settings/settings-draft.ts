import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder } from '@angular/forms';
import { type Observable, catchError, map, merge, of, startWith, switchMap, throwError } from 'rxjs';
import type { SettingName, SuggestionSettings, SuggestionSettingsChange } from '../../../api/admin-model';
import { problemOf, readableProblem } from '../../../api/problem-error';
import { SuggestionSettingsApi } from '../../../api/suggestion-settings-api';
import { Notifications } from '../../../core/notifications';
import { Submission } from '../../../kit/forms/submission';
import { SETTING_LABELS, settingWords } from './setting-words';
import { type SettingsValues, changeOf, formState, isDifferent, settingsForm, valuesOf } from './settings-form';
import { SettingsMemory } from './settings-memory';

const NAMES = Object.keys(SETTING_LABELS) as SettingName[];

/**
 * The settings as they are, and what an admin is changing of them: one form, of which each card shows a part. What another
 * admin changes meanwhile comes into the fields that nobody has touched; what was written stays. Provided by the page.
 */
@Injectable()
export class SettingsDraft {
  private readonly api = inject(SuggestionSettingsApi);
  private readonly submission = inject(Submission);
  private readonly notifications = inject(Notifications);
  private readonly memory = inject(SettingsMemory);
  private readonly answer = this.api.settings();
  private readonly known = signal<SuggestionSettings | undefined>(undefined);
  private readonly differing = signal<readonly SettingName[]>([]);
  private readonly overtakenBy = signal<readonly SettingName[]>([]);
  private before: Partial<SettingsValues> | null = null;

  readonly form = settingsForm(inject(NonNullableFormBuilder));
  /** What stands in the fields, and what is wrong with those that hold several things. */
  readonly state = toSignal(
    // That a field was touched is told by itself alone.
    merge(this.form.events, this.form.controls.mask_patterns.events, this.form.controls.prices.events).pipe(
      startWith(null),
      map(() => formState(this.form)),
    ),
    { requireSync: true },
  );
  /** As they were last heard of; undefined until the first answer. */
  readonly settings = this.known.asReadonly();
  readonly problem = computed(() => readableProblem(this.answer.error()));
  readonly changed = computed(() => this.differing().length > 0);
  /** What another admin has set to something else than what was written here: "Hidden share (now 10 %)". */
  readonly overtaken = computed(() => {
    const settings = this.known();
    return settings
      ? this.overtakenBy().map((name) => `${SETTING_LABELS[name]} (now ${settingWords(name, settings)})`)
      : [];
  });

  constructor() {
    effect(() => {
      if (!this.answer.hasValue()) return;
      const settings = this.answer.value();
      untracked(() => this.take(this.newest(settings)));
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.compare());
  }

  reload(): void {
    this.answer.reload();
  }

  save(): void {
    this.submission.send(
      this.form,
      () => this.send(),
      (saved) => {
        this.forget(saved);
        this.notifications.show('Saved. The desk goes by it from now on');
      },
    );
  }

  discard(): void {
    const settings = this.known();
    if (settings) this.forget(settings);
    this.submission.clear();
  }

  /** Has a setting go by the environment again; what else is being changed stays as it is. */
  goBack(name: SettingName): void {
    this.change({ [name]: null }).subscribe({
      next: (saved) => {
        this.before = { ...this.before, [name]: this.form.getRawValue()[name] };
        this.take(this.newest(saved));
        this.notifications.show(`${SETTING_LABELS[name]}: ${settingWords(name, saved)} again`);
      },
      error: (error: unknown) => this.notifications.showError(`${SETTING_LABELS[name]} was not changed`, error),
    });
  }

  private send(): Observable<SuggestionSettings> {
    const values = this.form.getRawValue();
    const before = valuesOf(this.settingsNow());
    return this.change(changeOf(values, before), () => this.overtakenBy().length === 0);
  }

  /** What another admin changed beside it is no reason to ask; `goOn` tells whether it was only beside. */
  private change(change: SuggestionSettingsChange, goOn = (): boolean => true): Observable<SuggestionSettings> {
    if (Object.keys(change).length === 0) return of(this.settingsNow());
    return this.api.change(change, this.settingsNow().version).pipe(
      catchError((error: unknown) => {
        if (problemOf(error)?.code !== 'stale_version') return throwError(() => error);
        return this.api.read().pipe(
          switchMap((now) => {
            this.take(now);
            return goOn() ? this.api.change(change, now.version) : throwError(() => error);
          }),
        );
      }),
    );
  }

  private settingsNow(): SuggestionSettings {
    const settings = this.known();
    if (!settings) throw new Error('The settings have not been loaded');
    return settings;
  }

  /** Nothing of what was written counts any more. */
  private forget(settings: SuggestionSettings): void {
    this.before = this.form.getRawValue();
    this.overtakenBy.set([]);
    this.take(this.newest(settings));
  }

  /** What was read or saved may come when something newer is known. */
  private newest(settings: SuggestionSettings): SuggestionSettings {
    const known = this.known();
    return known && known.version > settings.version ? known : settings;
  }

  private take(settings: SuggestionSettings): void {
    const now = valuesOf(settings);
    const before = this.before ?? this.begun(now);
    const written = this.form.getRawValue();
    const overtaken = new Set(this.overtakenBy());
    for (const name of NAMES) {
      if (!isDifferent(name, written, before)) this.form.controls[name].reset(now[name] as never, { emitEvent: false });
      else if (isDifferent(name, now, before)) overtaken.add(name);
    }
    this.before = now;
    this.known.set(settings);
    this.overtakenBy.set([...overtaken]);
    this.form.updateValueAndValidity();
  }

  /** What was begun before comes back into the fields; gives what stood there then. */
  private begun(now: SettingsValues): SettingsValues {
    const { written, before } = this.memory.read(now);
    this.form.setValue({ ...now, ...written }, { emitEvent: false });
    return { ...now, ...before };
  }

  private compare(): void {
    const { before } = this;
    if (!before) return;
    const values = this.form.getRawValue();
    const differing = NAMES.filter((name) => isDifferent(name, values, before));
    this.differing.set(differing);
    this.overtakenBy.update((names) => names.filter((name) => differing.includes(name)));
    const only = (of: Partial<SettingsValues>) => Object.fromEntries(differing.map((name) => [name, of[name]]));
    this.memory.write({ written: only(values), before: only(before) });
  }
}
