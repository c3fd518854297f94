import { jest } from '@jest/globals';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { FocusKeeping } from './focus-keeping';

describe('the focus, when what has it goes', () => {
  let fixture: ComponentFixture<Page>;

  beforeEach(async () => {
    jest.useFakeTimers();
    fixture = TestBed.createComponent(Page);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.inject(FocusKeeping).start();
    await rendered();
  });

  afterEach(() => {
    (fixture.nativeElement as HTMLElement).remove();
    jest.useRealTimers();
  });

  it.each(['pane', 'title'])('is where it stood: at the %s', async (place) => {
    element(`${place}-again`).focus();
    await goes();

    expect(document.activeElement).toBe(element(place));
  });

  it('stays where a person has put it meanwhile', async () => {
    element('pane-again').focus();
    element('other').focus();
    await goes();

    expect(document.activeElement).toBe(element('other'));
  });

  it('stays away when a person has left it with the mouse', async () => {
    element('pane-again').focus();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    element('pane-again').blur();
    await goes();

    expect(document.activeElement).toBe(document.body);
  });

  async function goes(): Promise<void> {
    fixture.componentInstance.failed.set(false);
    await rendered();
  }

  async function rendered(): Promise<void> {
    TestBed.tick();
    await jest.runAllTimersAsync();
  }

  function element(id: string): HTMLElement {
    const found = document.getElementById(id);
    if (!found) throw new Error(`There is no ${id}`);
    return found;
  }
});

@Component({
  template: `
    <main id="main" tabindex="-1">
      <h1 id="title">Tickets</h1>
      <button id="other" type="button">Refresh</button>
      @if (failed()) {
        <button id="title-again" type="button">Try again</button>
      }
      <section id="pane" tabindex="-1">
        @if (failed()) {
          <p><button id="pane-again" type="button">Try again</button></p>
        }
      </section>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly failed = signal(true);
}
