import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { App } from './app/core/app';

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
