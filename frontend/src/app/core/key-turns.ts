import { ApplicationRef, DOCUMENT, DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationError, Router } from '@angular/router';
import { isComposing } from '../ui/composing';
import { endFading } from './fading-menus';
import { again, canReplay, doAsBrowser, isTextField } from './key-replay';
import { isModifier } from './modifier-keys';

/** What has not come by then does not come: the keyboard is given back, and what was typed for it is forgotten. */
const PATIENCE_MS = 10_000;

/**
 * Every key has its turn, however fast they are typed: what the one before it did is on the screen, with its focus, before
 * the next is heard. While something that was asked for is still on its way (another page, a dialog, the tickets of a
 * list) the keys for it wait in line, text included, and then do what they would have done. Who takes the mouse instead
 * has given up on them. A field that has the focus gets its keys at once.
 */
@Injectable({ providedIn: 'root' })
export class KeyTurns {
  private readonly app = inject(ApplicationRef);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router, { optional: true });
  private readonly waits = signal<readonly (() => boolean)[]>([]);
  /** What the first in line waits for besides. */
  private readonly first = signal<(() => boolean) | null>(null);
  private readonly waiting = computed(
    () => !!this.router?.currentNavigation() || !!this.first()?.() || this.waits().some((is) => is()),
  );
  /** What comes next, in the order of typing. */
  private line: (KeyboardEvent | (() => void))[] = [];
  private readonly replayed = new WeakSet<Event>();
  private taking = false;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private givenUp = false;
  /** Where the key that is held now was pressed. */
  private pressedAt: Element | null = null;

  constructor() {
    const arrive = (event: KeyboardEvent) => this.arrive(event);
    const forget = () => this.forget();
    const { document } = this;
    document.addEventListener('keydown', arrive, { capture: true });
    document.addEventListener('pointerdown', forget, { capture: true });
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('keydown', arrive, { capture: true });
      document.removeEventListener('pointerdown', forget, { capture: true });
      this.forget();
    });
    this.router?.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationError) this.forget();
    });
    effect(() => {
      // Not within the rendering that this is part of.
      if (!this.waiting()) queueMicrotask(() => this.takeTurns());
    });
  }

  /** Keys wait until this has come. When it does not, they are forgotten: they were for nothing else. */
  until<T>(coming: Promise<T>): Promise<T> {
    const over = signal(false);
    const wait = () => !over();
    this.waits.update((all) => [...all, wait]);
    coming.catch(() => this.forget());
    return coming.finally(() => {
      over.set(true);
      this.waits.update((all) => all.filter((one) => one !== wait));
    });
  }

  /** Keys wait while this is so, as long as the caller lives. The condition reads signals. */
  while(condition: () => boolean, caller: DestroyRef): void {
    this.waits.update((all) => [...all, condition]);
    caller.onDestroy(() => this.waits.update((all) => all.filter((one) => one !== condition)));
  }

  /** Does this in its turn: at once, or when what is on its way has come. */
  then(run: () => void): void {
    this.line.push(run);
    this.beginPatience();
    this.takeTurns();
  }

  /** Does this before the next key, once the condition is over. The condition reads signals. */
  after(condition: () => boolean, run: () => void): void {
    this.first.set(condition);
    this.line.unshift(() => {
      this.first.set(null);
      run();
    });
    this.beginPatience();
  }

  private arrive(event: KeyboardEvent): void {
    if (this.replayed.has(event) || isModifier(event) || isComposing(event)) return;
    const before = this.document.activeElement;
    this.settle();
    const now = this.document.activeElement;
    if (event.repeat && this.isHeldElsewhere(event, now)) {
      stop(event);
      return;
    }
    if (!event.repeat) this.pressedAt = now;
    if (!canReplay(event)) return;
    if (this.line.length > 0 || this.mustWait()) {
      if (isTextField(now) && now === before) return;
      stop(event);
      // A held key is one key to those who wait.
      if (!event.repeat) this.line.push(event);
      this.beginPatience();
      this.takeTurns();
    } else if (now !== before && now && before === event.target) {
      stop(event);
      this.replay(event);
    }
  }

  /** What was done so far is on the screen. */
  private settle(): void {
    this.app.tick();
    endFading(this.document);
  }

  /** What it opened has the focus by now, and would be typed into or pressed. */
  private isHeldElsewhere(event: KeyboardEvent, now: Element | null): boolean {
    const writes = event.key.length === 1 && isTextField(now);
    return now !== this.pressedAt && (writes || ['Enter', ' ', 'Escape'].includes(event.key));
  }

  private mustWait(): boolean {
    const waiting = this.waiting();
    if (!waiting) this.givenUp = false;
    return waiting && !this.givenUp;
  }

  private takeTurns(): void {
    if (this.taking) return;
    this.taking = true;
    try {
      while (this.line.length > 0) {
        this.settle();
        if (this.mustWait()) return;
        const next = this.line.shift();
        if (typeof next === 'function') next();
        else if (next) this.replay(next);
      }
      this.endPatience();
    } finally {
      this.taking = false;
    }
  }

  private replay(event: KeyboardEvent): void {
    const element = this.document.activeElement ?? this.document.body;
    const key = again(event);
    this.replayed.add(key);
    if (element.dispatchEvent(key)) doAsBrowser(key, element);
  }

  private beginPatience(): void {
    this.patience ??= setTimeout(() => {
      this.forget();
      this.givenUp = true;
    }, PATIENCE_MS);
  }

  private endPatience(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
  }

  private forget(): void {
    this.line = [];
    this.first.set(null);
    this.endPatience();
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
