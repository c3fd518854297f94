import { TestBed } from '@angular/core/testing';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { provideIcons } from '../src/app/ui/icons';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

beforeEach(() => TestBed.configureTestingModule({ providers: [provideIcons()] }));
