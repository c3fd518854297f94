import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { LineChart } from './line-chart';
import { dailyData } from './testing/daily-data';
import { FakeResizeObserver } from './testing/fake-resize-observer';

describe('the chart of lines over days', () => {
  let fixture: ComponentFixture<LineChart>;
  let host: HTMLElement;

  beforeEach(async () => {
    FakeResizeObserver.install({ width: 700, height: 240 });
    fixture = TestBed.createComponent(LineChart);
    host = fixture.nativeElement as HTMLElement;
    await show([38, 39, 21], [44, 44, 16]);
  });

  it('is drawn at the pixels it has', () => {
    expect(one('svg').getAttribute('width')).toBe('700');
    expect(one('svg').getAttribute('height')).toBe('240');
    expect(host.textContent).toContain('Today so far');
    expect(host.textContent).toContain('Created 21');
    expect(host.textContent).toContain('Resolved 16');
  });

  it('shows no day until somebody points at one', () => {
    expect(host.querySelector('.tip')).toBeNull();
    expect(host.querySelector('.hair')).toBeNull();
  });

  it('shows the day under the pointer and nothing when it is gone', async () => {
    await point('pointermove', 0);
    expect(tip()).toBe('Sunday 19 Apr Created 38 Resolved 44');

    await point('pointermove', 10_000);
    expect(tip()).toBe('Today so far Created 21 Resolved 16');

    await point('pointerleave', 0);
    expect(tip()).toBe('');
  });

  it('keeps the day under a finger that was lifted', async () => {
    await point('pointerdown', 0, 'touch');
    await point('pointerleave', 0, 'touch');

    expect(tip()).toBe('Sunday 19 Apr Created 38 Resolved 44');
  });

  it('is read day by day with the keys', async () => {
    one('.reader').focus();
    one('.reader').dispatchEvent(new FocusEvent('focus'));
    await fixture.whenStable();
    expect(reader()).toBe('2 of 0 to 2: Today so far: 21 created, 16 resolved');

    expect(await press('ArrowLeft')).toBe('1 of 0 to 2: Monday 20 Apr: 39 created, 44 resolved');
    expect(tip()).toBe('Monday 20 Apr Created 39 Resolved 44');
    expect(await press('Home')).toBe('0 of 0 to 2: Sunday 19 Apr: 38 created, 44 resolved');

    await press('Escape');
    expect(tip()).toBe('');
  });

  it('leaves other keys to the page', () => {
    const event = new KeyboardEvent('keydown', { key: 'c', cancelable: true });
    one('.reader').dispatchEvent(event);

    expect(event.defaultPrevented).toBe(false);
  });

  it('follows new figures while a day is being read', async () => {
    await point('pointermove', 0);
    await show([40, 39, 21], [44, 44, 16]);

    expect(tip()).toBe('Sunday 19 Apr Created 40 Resolved 44');
  });

  async function show(created: number[], resolved: number[]): Promise<void> {
    fixture.componentRef.setInput('data', dailyData(created, resolved));
    await fixture.whenStable();
  }

  async function point(type: string, clientX: number, pointerType = 'mouse'): Promise<void> {
    const event = new MouseEvent(type, { clientX });
    Object.defineProperty(event, 'pointerType', { value: pointerType });
    one('.reader').dispatchEvent(event);
    await fixture.whenStable();
  }

  async function press(key: string): Promise<string> {
    one('.reader').dispatchEvent(new KeyboardEvent('keydown', { key }));
    await fixture.whenStable();
    return reader();
  }

  function reader(): string {
    const value = (name: string) => one('.reader').getAttribute(`aria-${name}`);
    return `${value('valuenow')} of ${value('valuemin')} to ${value('valuemax')}: ${value('valuetext')}`;
  }

  function tip(): string {
    const pieces = [...host.querySelectorAll('.tip b, .tip span')].map((piece) => piece.textContent);
    return pieces.join(' ');
  }

  function one(selector: string): HTMLElement {
    const found = host.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}`);
    return found;
  }
});
