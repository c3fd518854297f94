import { ChangeDetectionStrategy, Component, signal, viewChild } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { InUse } from './in-use';

@Component({
  imports: [InUse],
  template: `
    <button class="before">Before</button>
    <div deskInUse>
      <button class="first">First</button>
      @if (second()) {
        <button class="second">Second</button>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class List {
  readonly second = signal(true);
  readonly inUse = viewChild.required(InUse);
}

describe('a list', () => {
  let fixture: ComponentFixture<List>;
  const used = () => fixture.componentInstance.inUse().used();
  const focus = (name: string) => document.querySelector<HTMLElement>(`.${name}`)!.focus();
  const point = (how: string) => document.querySelector('[deskInUse]')!.dispatchEvent(new Event(how));

  beforeEach(async () => {
    fixture = TestBed.createComponent(List);
    document.body.append(fixture.nativeElement as Node);
    await fixture.whenStable();
  });

  afterEach(() => document.body.replaceChildren());

  it('is in use while it is pointed at', () => {
    expect(used()).toBe(false);
    point('pointerenter');
    expect(used()).toBe(true);
    point('pointerleave');
    expect(used()).toBe(false);
  });

  it('is in use while the focus is within, wherever it moves there', () => {
    focus('first');
    focus('second');
    expect(used()).toBe(true);
    focus('before');
    expect(used()).toBe(false);
  });

  it('is not in use any more once what had the focus is gone', async () => {
    focus('second');
    fixture.componentInstance.second.set(false);
    await fixture.whenStable();
    expect(used()).toBe(false);
  });

  it('stays in use when something else than what has the focus goes', async () => {
    focus('first');
    fixture.componentInstance.second.set(false);
    await fixture.whenStable();
    expect(used()).toBe(true);
  });
});
