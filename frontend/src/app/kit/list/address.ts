import { Injectable, type Signal, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { type ParamValue, paramText, paramWords } from './param-words';

/** What a page shows of its list, kept in the address alone: back, reload and a sent link give the same. Provided by the page. */
@Injectable()
export class Address {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);

  /** All parameters. */
  readonly params: Signal<Readonly<Record<string, ParamValue>>> = toSignal(this.route.queryParams, {
    requireSync: true,
  });

  /** One parameter, '' when it is absent. Reads a signal. */
  text(name: string): string {
    return paramText(this.params()[name]);
  }

  /** A parameter that is one of these values; undefined when it is not. Reads a signal. */
  oneOf<V extends string>(name: string, known: readonly V[]): V | undefined {
    const text = this.text(name);
    return known.find((value) => value === text);
  }

  /** The values of a parameter that repeats or is comma-separated. Reads a signal. */
  words(name: string): readonly string[] {
    return paramWords(this.params()[name]);
  }

  /** A whole number, such as a person's; undefined for anything else. Reads a signal. */
  number(name: string): number | undefined {
    const text = this.text(name);
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  }

  /**
   * What stands here besides what the page honours of it, by name: "status “bogus”"; the name alone when nothing stands
   * behind it. Reads a signal.
   */
  besides(honoured: Readonly<Record<string, string>>): readonly string[] {
    return Object.entries(this.params())
      .map(([name, value]) => [name, paramText(value)] as const)
      .filter(([name, text]) => text !== honoured[name])
      .map(([name, text]) => ignoredWord(name, text));
  }

  /** Takes all else out. */
  keepOnly(honoured: Readonly<Record<string, string | null>>): void {
    const nothing = Object.fromEntries(Object.keys(this.params()).map((name) => [name, null]));
    this.change({ ...nothing, ...honoured }, { replace: true });
  }

  /**
   * Replaces some parameters; an empty one leaves the address. What is open within the page stays open. With `replace`
   * Back skips what was there before.
   */
  change(params: Readonly<Record<string, string | null>>, { replace = false } = {}): void {
    const queryParams = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value || null]));
    void this.router.navigate([], {
      relativeTo: this.route.firstChild ?? this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: replace,
    });
  }
}

/** A part of an address as people are told of it. */
export function ignoredWord(name: string, text: string): string {
  return text === '' ? name : `${name} “${text}”`;
}
