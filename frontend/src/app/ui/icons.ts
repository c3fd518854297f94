import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import { ICONS } from './icon-set';

/**
 * Every icon of the desk travels with the script; showing one asks the network for nothing. Pages that load later
 * bring those that only they show.
 */
export function provideIcons(icons: Readonly<Record<string, string>> = ICONS): EnvironmentProviders {
  return makeEnvironmentProviders([provideEnvironmentInitializer(() => registerIcons(icons))]);
}

/** The same for what is loaded without a route, such as a dialog. Call it in an injection context. */
export function registerIcons(icons: Readonly<Record<string, string>>): void {
  const registry = inject(MatIconRegistry);
  const sanitizer = inject(DomSanitizer);
  for (const [name, svg] of Object.entries(icons)) {
    // Safe: the text comes from the build, never from a person.
    registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg));
  }
}
