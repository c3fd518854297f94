import { type FeatureChoice, type Features, featuresOf } from './features.ts';
import { stratifiedFolds } from './folds.ts';
import type { PlainText } from './plain-text.ts';
import { SoftmaxRegression } from './numeric/softmax-regression.ts';
import { type ScoredExample, fittedTemperature, probabilitiesOf } from './temperature.ts';
import { type SparseVector, Vocabulary } from './vocabulary.ts';

/** A text whose class is known, for a model to learn from. */
export interface Lesson {
  readonly text: PlainText;
  readonly label: string;
  /** How much it counts beside a ticket that a person decided once (1). */
  readonly weight: number;
  /** Whether it was shipped with the desk rather than decided on it. */
  readonly isStarter: boolean;
}

/** How a model is made; everything that changes it besides the lessons. */
export interface Recipe extends FeatureChoice {
  readonly c: number;
  readonly minTexts: number;
  readonly maxFeatures: number;
}

export const RECIPE: Recipe = { functionWords: false, c: 4, minTexts: 2, maxFeatures: 20_000 };

/** What a model says of a text. */
export interface Prediction {
  /** The probability of each class, in the order of `classes`. */
  readonly probabilities: Float64Array;
  readonly knownShare: number;
}

/** What a model said of a lesson that it had not learned from. */
export interface HeldOut extends ScoredExample {
  readonly lesson: Lesson;
  readonly knownShare: number;
}

/** A model of the classes of texts. The same lessons in the same order and the same recipe give the same model, bit by bit. */
export class Classifier {
  constructor(
    readonly classes: readonly string[],
    private readonly recipe: Recipe,
    private readonly vocabulary: Vocabulary,
    private readonly regression: SoftmaxRegression,
    readonly temperature: number,
  ) {}

  static fit(lessons: readonly Lesson[], classes: readonly string[], recipe: Recipe, temperature: number): Classifier {
    return fitted(featured(lessons, classes, recipe), classes, recipe, temperature);
  }

  /** What models say of each lesson that learned from all others but its part of the lessons. */
  static heldOut(lessons: readonly Lesson[], classes: readonly string[], recipe: Recipe, parts: number): HeldOut[] {
    const rows = featured(lessons, classes, recipe);
    const part = stratifiedFolds(
      rows.map(({ label }) => label),
      parts,
    );
    const out: HeldOut[] = [];
    for (let fold = 0; fold < parts; fold += 1) {
      const model = fitted(
        rows.filter((_, at) => part[at] !== fold),
        classes,
        recipe,
        1,
      );
      rows.forEach(({ lesson, features, label }, at) => {
        if (part[at] !== fold) return;
        const vector = model.vocabulary.vectorOf(features);
        out.push({
          lesson,
          label,
          weight: lesson.weight,
          scores: model.regression.scoresOf(vector),
          knownShare: vector.knownShare,
        });
      });
    }
    return out;
  }

  predict(text: PlainText): Prediction {
    const vector = this.vectorOf(text);
    return {
      probabilities: probabilitiesOf(this.regression.scoresOf(vector), this.temperature),
      knownShare: vector.knownShare,
    };
  }

  private vectorOf(text: PlainText): SparseVector {
    return this.vocabulary.vectorOf(featuresOf(text, this.recipe));
  }
}

interface Row {
  readonly lesson: Lesson;
  readonly features: Features;
  readonly label: number;
}

function featured(lessons: readonly Lesson[], classes: readonly string[], recipe: Recipe): Row[] {
  return lessons.map((lesson) => ({
    lesson,
    features: featuresOf(lesson.text, recipe),
    label: classes.indexOf(lesson.label),
  }));
}

function fitted(rows: readonly Row[], classes: readonly string[], recipe: Recipe, temperature: number): Classifier {
  const vocabulary = Vocabulary.of(
    rows.map(({ features }) => features),
    recipe,
  );
  const balance = classBalance(rows, classes.length);
  const examples = rows.map(({ lesson, features, label }) => ({
    ...{ vector: vocabulary.vectorOf(features), label, weight: lesson.weight * (balance[label] ?? 1) },
  }));
  const regression = SoftmaxRegression.fit(examples, {
    classes: classes.length,
    features: vocabulary.size,
    c: recipe.c,
  });
  return new Classifier(classes, recipe, vocabulary, regression, temperature);
}

/** A weight for each class that is the square root of what would make all classes equal. */
function classBalance(rows: readonly Row[], classes: number): Float64Array {
  const sums = new Float64Array(classes);
  for (const { lesson, label } of rows) sums[label] = (sums[label] ?? 0) + lesson.weight;
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  return sums.map((sum) => (sum === 0 ? 1 : Math.sqrt(total / (classes * sum))));
}

/** Below this many decided tickets their record is too short for a temperature of their own. */
const TEMPERATURE_FROM = 20;
const STARTER_TEMPERATURE = 1.2;
/** All starter lines together count as many tickets when the temperature is found. */
const STARTER_WORTH = 20;

/** The temperature that makes the confidence of a model come true, from what was held out of it. */
export function temperatureOf(heldOut: readonly HeldOut[]): number {
  const decided = heldOut.filter(({ lesson }) => !lesson.isStarter);
  if (decided.length < TEMPERATURE_FROM) return STARTER_TEMPERATURE;
  const starter = heldOut.filter(({ lesson }) => lesson.isStarter);
  return fittedTemperature([
    ...decided.map((example) => ({ ...example, weight: 1 })),
    ...starter.map((example) => ({ ...example, weight: STARTER_WORTH / starter.length })),
  ]);
}
