import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** `from"./chunk.js"` and `import"./chunk.js"`. */
const STATIC = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;
/** `import("./chunk.js")`, in whatever quotes. */
const LAZY = /import\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/g;
const FRAME = 'core/shell/shell';
/** Pages for those who are not signed in to the desk, and for those who wonder whether it is there. */
const WITHOUT_FRAME = /sign-in-page|choose-password-page|system-status|^portal\//;
const SOURCES = /^frontend\/src\/app\/(.*)\.ts$/;

/** In kB, a thousand bytes. */
export interface Weight {
  readonly gzip: number;
  readonly brotli: number;
}

/** What a page or dialog, by its file, adds to what was there before it was asked for, and what it comes to. */
export interface PageWeight {
  readonly name: string;
  readonly adds: number;
  readonly all: number;
}

/** The part of the builder's statistics that is read here. */
interface Stats {
  readonly outputs: Readonly<Record<string, { readonly entryPoint?: string }>>;
}

/** The scripts of a built web app. */
export class Bundle {
  readonly #folder: string;
  readonly #codes = new Map<string, string>();
  readonly #gzip = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What is loaded before anything can be shown. */
  initial(): ReadonlySet<string> {
    const html = readFileSync(join(this.#folder, 'index.html'), 'utf8');
    return this.#with([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file = '']) => file));
  }

  weight(files: ReadonlySet<string>): Weight {
    const brotli = [...files].reduce((sum, file) => sum + brotliCompressSync(this.#code(file)).length, 0);
    return { gzip: this.#gzipOf(files), brotli: brotli / 1_000 };
  }

  /**
   * Every page and dialog that is loaded when it is asked for, the heaviest first: on top of the first download, of the
   * frame around the pages, and of whatever leads to it.
   */
  pages(stats: string): readonly PageWeight[] {
    const { outputs } = JSON.parse(stats) as Stats;
    const initial = this.initial();
    const entries = Object.entries(outputs).flatMap(([file, { entryPoint }]) => {
      const name = SOURCES.exec(entryPoint ?? '')?.[1];
      return name === undefined || initial.has(file) ? [] : [{ name, file }];
    });
    const frame = entries.find(({ name }) => name === FRAME);
    const ofFrame = frame ? this.#with([frame.file]) : [];
    const before = (file: string): ReadonlySet<string> => {
      const parent = entries.find((other) => other.file !== file && this.#leadsTo(other.file, file, initial));
      return new Set([...initial, ...ofFrame, ...(parent ? this.#with([parent.file]) : [])]);
    };
    return entries
      .map(({ name, file }) => {
        const there = name === FRAME || WITHOUT_FRAME.test(name) ? initial : before(file);
        const adds = this.#gzipOf(without(this.#with([file]), there));
        return { name, adds, all: adds + this.#gzipOf(there) };
      })
      .sort((one, other) => other.adds - one.adds);
  }

  /** Whether what comes with one file asks for the other later. */
  #leadsTo(from: string, to: string, initial: ReadonlySet<string>): boolean {
    return [...without(this.#with([from]), initial)].some((file) => named(LAZY, this.#code(file)).includes(to));
  }

  /** Files, and all that they need at once. */
  #with(files: readonly string[]): Set<string> {
    const found = new Set<string>();
    const waiting = [...files];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (found.has(file)) continue;
      found.add(file);
      waiting.push(...named(STATIC, this.#code(file)));
    }
    return found;
  }

  #gzipOf(files: ReadonlySet<string>): number {
    const sizes = [...files].map((file) => {
      const known = this.#gzip.get(file) ?? gzipSync(this.#code(file), { level: 9 }).length;
      this.#gzip.set(file, known);
      return known;
    });
    return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  }

  #code(file: string): string {
    const code = this.#codes.get(file) ?? readFileSync(join(this.#folder, file), 'utf8');
    this.#codes.set(file, code);
    return code;
  }
}

function without(files: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...files].filter((file) => !others.has(file)));
}

function named(form: RegExp, code: string): string[] {
  return [...code.matchAll(form)].map(([, file = '']) => file);
}
