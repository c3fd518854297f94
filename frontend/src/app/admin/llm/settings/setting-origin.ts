import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SettingName } from '../../../api/admin-model';
import { SETTING_LABELS, SETTING_VARIABLES, settingWords } from './setting-words';
import { SettingsDraft } from './settings-draft';

/** Where the value of a setting comes from, and the way back to what the environment says. Stands below its field. */
@Component({
  selector: 'desk-setting-origin',
  imports: [MatButton],
  template: `
    @if (words(); as it) {
      <span class="small quiet">{{ it.from }}</span>
      @if (it.back) {
        <button
          matButton
          class="button-small"
          type="button"
          [attr.aria-label]="label() + ': ' + it.back"
          (click)="draft.goBack(name())"
        >
          {{ it.back }}
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 12px;
      min-height: 32px;
    }

    // Its words begin where others do, and take two lines where there is no room for them in one.
    .button-small.mdc-button {
      height: auto;
      min-height: 32px;
      margin-inline-start: -12px;
      text-align: start;
      white-space: normal;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingOrigin {
  readonly name = input.required<SettingName>();
  protected readonly draft = inject(SettingsDraft);
  protected readonly label = computed(() => SETTING_LABELS[this.name()]);
  protected readonly words = computed(() => {
    const settings = this.draft.settings();
    if (!settings) return null;
    const name = this.name();
    const variable = SETTING_VARIABLES[name];
    const from = settings.from[name];
    if (from !== 'desk')
      return { from: from === 'environment' && variable ? `From ${variable}` : 'As shipped', back: null };
    const first = settingWords(name, settings.environment);
    const said = settings.environment_from[name] === 'environment' && variable;
    return { from: 'Set here', back: `Go back to ${first} (${said ? variable : 'as shipped'})` };
  });
}
