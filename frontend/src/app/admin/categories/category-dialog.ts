import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, of } from 'rxjs';
import type { AdminCategory } from '../../api/admin-model';
import { AdminCategoriesApi } from '../../api/admin-categories-api';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { blaming } from '../../kit/forms/blaming';
import { saveOver } from '../../kit/forms/overtaken';
import { OvertakenFields, overtakenFields } from '../../kit/forms/overtaken-fields';
import { OvertakenForm } from '../../kit/forms/overtaken-form';
import { atMost, needed } from '../../kit/forms/rules';
import { TextField } from '../../ui/text-field';
import { corrected, written } from '../../ui/written';

/** What an admin writes about a category. */
type CategoryTexts = Pick<AdminCategory, 'label' | 'description'>;

/** How the fields are called within a sentence. */
const FIELD_NAMES: CategoryTexts = { label: 'name', description: 'description' };

/**
 * Adds a category, or gives one another name and description. When another admin was faster, what was typed stays and this
 * one decides.
 */
@Component({
  selector: 'desk-category-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle, OvertakenFields, ReactiveFormsModule, TextField],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title>{{ category ? 'Edit ' + category.label : 'New category' }}</h2>
    <form [formGroup]="form" (ngSubmit)="save()">
      <mat-dialog-content>
        @if (conflicts(); as fields) {
          <desk-overtaken-fields
            what="This category"
            [fields]="fields"
            (left)="overtaken?.takeTheirs($event.conflict)"
          />
        }
        <desk-text-field data-field="label" label="Name" [control]="form.controls.label" [hint]="keyHint" />
        <desk-text-field
          data-field="description"
          label="Description"
          rows="4"
          hint="What belongs here. The model that suggests categories reads it too."
          [control]="form.controls.description"
        />
      </mat-dialog-content>
      <desk-dialog-foot
        saving="Saving the category"
        [action]="category ? 'Save' : 'Add category'"
        [failing]="category ? 'The category was not changed.' : 'The category was not added.'"
      />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CategoryDialog {
  private readonly api = inject(AdminCategoriesApi);
  private readonly submission = inject<DialogSubmission<AdminCategory>>(DialogSubmission);
  /** Null for a new one. */
  protected readonly category = inject<AdminCategory | null>(MAT_DIALOG_DATA);

  private readonly build = inject(NonNullableFormBuilder);
  protected readonly form = this.build.group({
    label: this.build.control(this.category?.label ?? '', [
      needed('Name is needed.'),
      atMost(80, 'Name must be at most 80 characters long.'),
    ]),
    description: this.build.control(
      this.category?.description ?? '',
      atMost(1000, 'Description must be at most 1000 characters long.', false),
    ),
  });

  protected readonly overtaken =
    this.category &&
    new OvertakenForm<AdminCategory, CategoryTexts>(this.category, {
      textsOf: ({ label, description }) => ({ label, description }),
      typed: (seen) => this.typed(seen),
      put: (field, value) => this.form.patchValue({ [field]: value }),
    });
  protected readonly conflicts = computed(() => overtakenFields(this.overtaken?.conflicts(), FIELD_NAMES));

  /** Programs know a category by its key, which never changes. */
  protected readonly keyHint = this.category
    ? `Its key in the API stays ${this.category.key}`
    : 'Its key in the API is made from the name';

  protected save(): void {
    if (this.overtaken?.isSaved) this.submission.close();
    else this.submission.submit(this.form, () => this.send());
  }

  private send(): Observable<AdminCategory> {
    // The API refuses the name as a whole; it is the name that has to change.
    return this.call().pipe(blaming('category_exists', 'label'));
  }

  private call(): Observable<AdminCategory> {
    const { overtaken } = this;
    if (!overtaken) return this.api.create(this.typed());
    return saveOver(overtaken.seen(), {
      save: (seen) => this.api.update(seen.key, overtaken.changes(), seen.version),
      fetch: ({ key }) => this.api.fetch(key),
      settle: (now, sent) => of(overtaken.settle(now, sent)),
    });
  }

  /** What would be kept of what was typed. */
  private typed(seen?: AdminCategory): CategoryTexts {
    const { label, description } = this.form.getRawValue();
    return { label: written(label, true), description: corrected(description, seen?.description ?? '', false) };
  }
}
