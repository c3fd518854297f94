import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { ValuePicker } from './value-picker';
import { STATUS_OPTIONS, statusOption } from './vocabulary';
import type { ValueOption } from './vocabulary';

describe('a value changed in place', () => {
  let fixture: ComponentFixture<ValuePicker>;
  let loader: HarnessLoader;
  let picked: ValueOption[];
  let before: ValueOption | undefined;

  beforeEach(async () => {
    fixture = TestBed.createComponent(ValuePicker);
    fixture.componentRef.setInput('label', 'Status');
    fixture.componentRef.setInput('current', statusOption('in_progress'));
    fixture.componentRef.setInput('options', STATUS_OPTIONS);
    picked = [];
    fixture.componentInstance.picked.subscribe((choice) => {
      picked.push(choice.option);
      before = choice.before;
    });
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  });

  it('names what it changes and what is there', () => {
    expect(trigger().getAttribute('aria-label')).toBe('Status: In progress');
  });

  it('offers every value and marks the current one', async () => {
    const menu = await openMenu();
    const items = await menu.getItems();
    const checked = await Promise.all(items.map(async (item) => (await item.host()).getAttribute('aria-checked')));

    expect(checked).toEqual(['false', 'true', 'false', 'false']);
  });

  it('tells which value was chosen', async () => {
    const menu = await openMenu();
    await menu.clickItem({ text: /Resolved/ });

    expect(picked).toEqual([statusOption('resolved')]);
  });

  it.each([
    ['a click', (menu: MatMenuHarness) => menu.clickItem({ text: /Resolved/ })],
    [
      'a digit',
      async (menu: MatMenuHarness) => {
        const [first] = await menu.getItems();
        await (await first!.host()).sendKeys('3');
      },
    ],
  ])('says what it has become while somebody chooses, and by %s what it was before', async (_, choose) => {
    const menu = await openMenu();
    expect(document.querySelector('.overtaken')).toBeNull();
    fixture.componentRef.setInput('current', statusOption('closed'));
    await fixture.whenStable();
    expect(document.querySelector('.overtaken')?.textContent).toBe('Somebody has just changed it to Closed');
    await choose(menu);

    expect([picked, before]).toEqual([[statusOption('resolved')], statusOption('in_progress')]);
  });

  it('keeps still when the current value is chosen again', async () => {
    const menu = await openMenu();
    await menu.clickItem({ text: /In progress/ });

    expect(picked).toEqual([]);
  });

  it('takes a digit for the value at that place and closes', async () => {
    const menu = await openMenu();
    const [first] = await menu.getItems();
    await (await first!.host()).sendKeys('4');

    expect(picked).toEqual([statusOption('closed')]);
    expect(await menu.isOpen()).toBe(false);
  });

  it('ignores a digit that stands for nothing', async () => {
    const menu = await openMenu();
    const [first] = await menu.getItems();
    await (await first!.host()).sendKeys('9');

    expect(picked).toEqual([]);
    expect(await menu.isOpen()).toBe(true);
  });

  it('opens by itself for a shortcut', async () => {
    fixture.componentInstance.open();
    const menu = await loader.getHarness(MatMenuHarness);
    expect(await menu.isOpen()).toBe(true);
  });

  it('starts at the current value, so that Enter changes nothing', async () => {
    await openMenu();

    expect(document.activeElement?.textContent).toContain('In progress');
  });

  it('gives the focus back to where a shortcut found it', async () => {
    document.body.append(fixture.nativeElement as Node);
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    fixture.componentInstance.open();
    const menu = await loader.getHarness(MatMenuHarness);
    await menu.clickItem({ text: /Resolved/ });

    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('makes no menu before it is opened, and says that there is one', async () => {
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('mat-menu')).toBeNull();
    expect(trigger().getAttribute('aria-haspopup')).toBe('menu');
    expect(trigger().getAttribute('aria-expanded')).toBe('false');

    await openMenu();
    expect(element.querySelector('mat-menu')).not.toBeNull();
    expect(trigger().getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(trigger().getAttribute('aria-controls')!)?.role).toBe('menu');
  });

  it('does not offer for one what was asked for another', async () => {
    fixture.componentRef.setInput('of', 1);
    await openMenu();
    fixture.componentRef.setInput('of', 2);
    await fixture.whenStable();

    expect(document.querySelector('[role="menu"]')).toBeNull();
    expect(trigger().getAttribute('aria-expanded')).toBe('false');
  });

  it('gives the focus back when the menu goes away while it is open', async () => {
    document.body.append(fixture.nativeElement as Node);
    const elsewhere = document.body.appendChild(document.createElement('button'));
    fixture.componentRef.setInput('of', 1);
    elsewhere.focus();
    fixture.componentInstance.open();
    await fixture.whenStable();
    expect(document.activeElement?.role).toBe('menuitemradio');
    fixture.componentRef.setInput('of', 2);
    await fixture.whenStable();

    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('is passed over by Tab where only the current row is reached', async () => {
    fixture.componentRef.setInput('focusable', false);
    await fixture.whenStable();

    expect(trigger().tabIndex).toBe(-1);
  });

  function trigger(): HTMLElement {
    return (fixture.nativeElement as HTMLElement).querySelector('button')!;
  }

  async function openMenu(): Promise<MatMenuHarness> {
    const menu = await loader.getHarness(MatMenuHarness);
    await menu.open();
    return menu;
  }
});
