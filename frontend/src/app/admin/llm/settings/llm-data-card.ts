import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { MaskingFields } from './masking-fields';
import { SettingOrigin } from './setting-origin';
import { SettingsDraft } from './settings-draft';

/** What an LLM is given of the desk's texts, and what masking leaves of one. */
@Component({
  selector: 'desk-llm-data-card',
  imports: [MaskingFields, MatSlideToggle, ReactiveFormsModule, SettingOrigin],
  template: `
    <h2 id="llm-data" class="t-medium">What an LLM is given</h2>
    @if (draft.settings()) {
      <div class="switches">
        <div>
          <mat-slide-toggle [formControl]="controls.examples">Examples of this desk</mat-slide-toggle>
          <p class="small quiet">The tickets most like the new one that people have decided, with what they chose</p>
          <desk-setting-origin name="examples" />
        </div>
        <div>
          <mat-slide-toggle [formControl]="controls.masking">Masking</mat-slide-toggle>
          <p class="small quiet">Addresses, numbers and keys are replaced before a text leaves the desk</p>
          <desk-setting-origin name="masking" />
        </div>
      </div>
    } @else {
      <p class="small quiet none">{{ draft.problem() ? 'Not known.' : 'Loading' }}</p>
    }
    <desk-masking-fields />
  `,
  styles: `
    :host {
      display: block;
      padding: 0 20px 16px;
    }

    h2 {
      padding: 16px 0 8px;
    }

    .switches {
      display: grid;
      gap: 12px;
      padding: 4px 0 8px;
    }

    .none {
      padding: 8px 0 16px;
    }
  `,
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'llm-data' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LlmDataCard {
  protected readonly draft = inject(SettingsDraft);
  protected readonly controls = this.draft.form.controls;
}
