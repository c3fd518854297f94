import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ErrorState } from './error-state';
import { TryAgain } from './try-again';

describe('"Try again"', () => {
  it.each([true, false])('is offered only where it may help: %s', async (mayPass) => {
    const fixture = TestBed.createComponent(Page);
    fixture.componentInstance.failed.set({ message: 'It is away.', requestId: 'req-1', mayPass });
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const buttons = [...host.querySelectorAll('button')];

    expect(buttons.map((button) => button.textContent.trim())).toEqual(mayPass ? ['Try again', 'Try again'] : []);
    expect(host.querySelector('p')?.textContent).toContain('It is away. Nothing is lost.');
    for (const button of buttons) button.click();
    expect(fixture.componentInstance.asked).toBe(buttons.length);
  });
});

@Component({
  imports: [ErrorState, TryAgain],
  template: `
    <desk-error-state heading="No" kept="Nothing is lost." [failed]="failed()" (retry)="ask()" />
    <desk-try-again [failed]="failed()" (again)="ask()" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly failed = signal({ message: '', requestId: '', mayPass: true });
  asked = 0;

  ask(): void {
    this.asked += 1;
  }
}
