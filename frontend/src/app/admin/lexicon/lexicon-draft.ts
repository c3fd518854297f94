import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { finalize } from 'rxjs';
import type { Lexicon, LexiconChanges } from '../../api/admin-model';
import { AdminLexiconApi } from '../../api/admin-lexicon-api';
import { problemOf, readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { NO_CHANGES, carried, changesOf, isSame } from './lexicon-carry';
import { LexiconMemory } from './lexicon-memory';

/** A term as the list shows it. */
export interface TermRow {
  readonly term: string;
  readonly category: string;
  readonly isOwn: boolean;
  readonly isOff: boolean;
}

/** A word of urgency as the list shows it. */
export interface UrgencyRow {
  readonly term: string;
  /** 0 for one that is switched off. */
  readonly weight: number;
  /** As it is shipped; null for one of the desk's own. */
  readonly shipped: number | null;
  /** As the desk has it, without what is not saved; null while it does not know the word. */
  readonly stored: number | null;
}

/**
 * The lexicon with the changes of a person that are not saved yet; who leaves the page finds them again. What another admin
 * saves meanwhile comes in beside them. Provided by the card.
 */
@Injectable()
export class LexiconDraft {
  private readonly api = inject(AdminLexiconApi);
  private readonly notifications = inject(Notifications);
  private readonly memory = inject(LexiconMemory);
  private readonly answer = this.api.lexicon();
  private readonly saved = signal<Lexicon | undefined>(undefined);
  private readonly draft = signal<LexiconChanges>(NO_CHANGES);
  private readonly running = signal(false);
  private readonly failed = signal<Failure | null>(null);
  private readonly outrun = signal(false);
  /** The newest version that was heard of; 0 once one was refused, when only a read can tell. What is older came late. */
  private newest = 0;

  readonly changes = this.draft.asReadonly();
  readonly saving = this.running.asReadonly();
  readonly failure = this.failed.asReadonly();
  /** Another admin saved theirs meanwhile; what is written here is not saved. */
  readonly overtaken = this.outrun.asReadonly();
  readonly isThere = computed(() => this.saved() !== undefined);
  readonly problem = computed(() => readableProblem(this.answer.error()));
  readonly changed = computed(() => !isSame(this.draft(), changesOf(this.saved())));

  /** The desk's own first, then the shipped ones. */
  readonly terms = computed<TermRow[]>(() => {
    const { terms, off } = this.draft();
    const silent = new Set(off);
    return [
      ...terms.map((term) => ({ ...term, isOwn: true, isOff: false })),
      ...(this.saved()?.shipped.terms ?? []).map((term) => ({ ...term, isOwn: false, isOff: silent.has(term.term) })),
    ];
  });
  readonly urgency = computed<UrgencyRow[]>(() => {
    const shipped = this.saved()?.shipped.urgency ?? [];
    const [weights, saved] = [weightsOf(this.draft()), weightsOf(changesOf(this.saved()))];
    const known = new Set(shipped.map(({ term }) => term));
    const own = this.draft().urgency.filter(({ term }) => !known.has(term));
    return [
      ...own.map((word) => ({ ...word, shipped: null, stored: saved.get(word.term) ?? null })),
      ...shipped.map(({ term, weight }) => ({
        term,
        weight: weights.get(term) ?? weight,
        shipped: weight,
        stored: saved.get(term) ?? weight,
      })),
    ];
  });

  constructor() {
    effect(() => {
      if (!this.answer.hasValue()) return;
      const lexicon = this.answer.value();
      untracked(() => this.take(lexicon));
    });
  }

  addTerm(term: string, category: string): void {
    this.change({ terms: [{ term, category }, ...this.draft().terms] });
  }

  /** Takes an own term away, and switches a shipped one off or on. */
  toggleTerm({ term, category, isOwn, isOff }: TermRow): void {
    const { terms, off } = this.draft();
    if (isOwn) this.change({ terms: terms.filter((one) => one.term !== term || one.category !== category) });
    else this.change({ off: isOff ? off.filter((one) => one !== term) : [...off, term] });
  }

  /** Gives a word a weight; the shipped weight takes the change back. */
  weigh(term: string, weight: number): void {
    const others = this.draft().urgency.filter((one) => one.term !== term);
    const shipped = this.saved()?.shipped.urgency.find((one) => one.term === term)?.weight;
    this.change({ urgency: weight === shipped ? others : [{ term, weight }, ...others] });
  }

  removeUrgency(term: string): void {
    this.change({ urgency: this.draft().urgency.filter((one) => one.term !== term) });
  }

  save(): void {
    const saved = this.saved();
    if (!saved || this.running()) return;
    this.running.set(true);
    this.clear();
    this.api
      .replace(this.draft(), saved.version)
      .pipe(finalize(() => this.running.set(false)))
      .subscribe({
        next: (lexicon) => {
          const heard = this.saved();
          this.start(heard && heard.version > lexicon.version ? heard : lexicon);
          this.notifications.show('Saved. The desk learns again, and the words count with its next model');
        },
        error: (error: unknown) => this.refused(error),
      });
  }

  discard(): void {
    const saved = this.saved();
    if (saved) this.start(saved);
    this.clear();
    this.answer.reload();
  }

  reload(): void {
    this.answer.reload();
  }

  private change(some: Partial<LexiconChanges>): void {
    this.draft.update((all) => ({ ...all, ...some }));
    this.remember();
  }

  private refused(error: unknown): void {
    if (problemOf(error)?.code !== 'stale_version') {
      this.failed.set(failureOf(error));
      return;
    }
    this.outrun.set(true);
    this.newest = 0;
    this.answer.reload();
  }

  private clear(): void {
    this.failed.set(null);
    this.outrun.set(false);
  }

  /** Nothing is written on it yet. */
  private start(lexicon: Lexicon): void {
    this.newest = lexicon.version;
    this.saved.set(lexicon);
    this.draft.set(changesOf(lexicon));
    this.remember();
  }

  private take(lexicon: Lexicon): void {
    if (lexicon.version < this.newest) return;
    this.newest = lexicon.version;
    const saved = this.saved();
    const begun = saved ? { written: this.draft(), before: changesOf(saved) } : this.memory.read();
    this.saved.set(lexicon);
    const now = changesOf(lexicon);
    this.draft.set(begun ? carried(begun.written, begun.before, now) : now);
    if (saved && saved.version !== lexicon.version) this.outrun.set(this.changed() && !this.running());
    this.remember();
  }

  private remember(): void {
    const [written, before] = [this.draft(), changesOf(this.saved())];
    this.memory.write(isSame(written, before) ? null : { written, before });
  }
}

function weightsOf({ urgency }: LexiconChanges): ReadonlyMap<string, number> {
  return new Map(urgency.map(({ term, weight }) => [term, weight]));
}
