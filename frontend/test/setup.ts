import { TestBed } from '@angular/core/testing';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { provideIcons } from '../src/app/ui/icons';

// The simulated browser has none, because it lays nothing out: nothing ever gets another size.
globalThis.ResizeObserver = class {
  observe(): void {
    // Nothing to see.
  }

  unobserve(): void {
    // Nothing to see.
  }

  disconnect(): void {
    // Nothing to see.
  }
};

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

beforeEach(() => TestBed.configureTestingModule({ providers: [provideIcons()] }));
