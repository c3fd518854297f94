import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { ChoiceChip } from './choice-chip';

const CHOICES = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value.toUpperCase() }));

@Component({
  imports: [ChoiceChip],
  template: `<desk-choice-chip
    label="Letter"
    [choices]="choices"
    [multiple]="multiple()"
    [chosen]="chosen()"
    (changed)="chosen.set($event)"
  />`,
})
class Host {
  readonly choices = CHOICES;
  readonly multiple = signal(true);
  readonly chosen = signal<readonly string[]>([]);
}

async function open(chosen: readonly string[], multiple = true) {
  TestBed.configureTestingModule({
    providers: [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
  });
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement as Node);
  fixture.componentInstance.chosen.set(chosen);
  fixture.componentInstance.multiple.set(multiple);
  await fixture.whenStable();
  const main = document.querySelector<HTMLElement>('.main')!;
  const items = () => [...document.querySelectorAll<HTMLElement>('[mat-menu-item]')];
  return {
    host: fixture.componentInstance,
    items,
    main,
    openMenu: async () => {
      main.click();
      await fixture.whenStable();
    },
    pick: async (label: string) => {
      items()
        .find((item) => item.textContent.trim() === label)
        ?.click();
      await fixture.whenStable();
    },
    words: () => main.textContent.trim().replace(/\s+/g, ' '),
  };
}

describe('a chip that narrows a list', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what is chosen in the order it is offered, on itself in short', async () => {
    const { main, words } = await open(['d', 'c', 'b', 'a']);

    expect(words()).toBe('Letter: A, B and 2 more');
    expect(main.getAttribute('aria-label')).toBe('Filter by Letter: A, B, C, D');
  });

  it('shows three in full, and a value that is not offered any more as it is', async () => {
    const { words } = await open(['x', 'b', 'a']);

    expect(words()).toBe('Letter: A, B, x');
  });

  it('takes several values in one go', async () => {
    const { host, items, openMenu, pick } = await open(['c']);
    await openMenu();
    await pick('B');
    expect(host.chosen()).toEqual(['b', 'c']);
    expect(items().map((item) => item.getAttribute('aria-checked'))).toEqual(['false', 'true', 'true', 'false']);

    await pick('C');
    expect(host.chosen()).toEqual(['b']);
  });

  it('takes one at most where only one is asked for, and gives it back', async () => {
    const { host, items, openMenu, pick } = await open(['c'], false);
    await openMenu();
    expect(items()[0]?.getAttribute('role')).toBe('menuitemradio');
    await pick('A');
    expect(host.chosen()).toEqual(['a']);

    await openMenu();
    await pick('A');
    expect(host.chosen()).toEqual([]);
  });

  it('is cleared by its own button, and the focus stays on it', async () => {
    const { host, main } = await open(['a']);
    document.querySelector<HTMLElement>('.clear')?.click();

    expect(host.chosen()).toEqual([]);
    expect(document.activeElement).toBe(main);
  });
});
