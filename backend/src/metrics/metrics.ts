/** What is told of a metric besides its figures. */
export interface Metric<Label extends string = never> {
  /** Begins with `desk_`, and ends with its unit, or `_total` when it only counts up. */
  readonly name: string;
  readonly help: string;
  /** Names of labels. Each has few values, known beforehand: never anything that a caller wrote. */
  readonly labels?: readonly Label[];
}

/** A metric of how long something takes, with the bounds that its figures are sorted by, in seconds. */
export interface DurationMetric<Label extends string = never> extends Metric<Label> {
  readonly bounds: readonly number[];
}

export type Labels<Label extends string> = Readonly<Record<Label, string>>;

/** What a gauge shows at the moment: a figure for each set of labels. */
export type Readings<Label extends string> = Iterable<readonly [Labels<Label>, number]>;

/** All figures in the text format that Prometheus reads, and the media type to send it as. */
export interface Exposition {
  readonly type: string;
  readonly text: string;
}

/**
 * Where rooms put the figures that Prometheus asks for. Each metric is added once, in a constructor. While the desk is
 * not measured, what this gives does nothing.
 */
export abstract class Metrics {
  /** Gives what counts one more, or as many as it is told. */
  abstract counter<Label extends string = never>(
    metric: Metric<Label>,
  ): (labels: Labels<Label>, count?: number) => void;

  /** Gives what notes a duration, in seconds. */
  abstract duration<Label extends string = never>(
    metric: DurationMetric<Label>,
  ): (labels: Labels<Label>, seconds: number) => void;

  /** `read` is called when somebody asks. While it fails, or takes longer than a second, there is no figure. */
  abstract gauge<Label extends string = never>(
    metric: Metric<Label>,
    read: () => Readings<Label> | Promise<Readings<Label>>,
  ): void;

  abstract exposition(): Promise<Exposition>;
}
