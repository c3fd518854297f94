/** What a line chart shows: series over places that stand evenly apart, such as days. */
export interface LineData {
  /** In short, "Created and resolved per day". */
  title: string;
  /** In full, over the table. */
  caption: string;
  /** In a sentence or two, for those who cannot see it. */
  summary: string;
  /** What one place is: "Day". */
  placeName: string;
  /** All places together: "30 days". */
  extent: string;
  /** How many places a larger step is: 7 for days, which people count in weeks. */
  stride: number;
  /** From left to right, at least one; the last is the newest. */
  places: readonly LinePlace[];
  /** The one the chart is about comes first. */
  series: readonly LineSeries[];
  /** A value as people read it. */
  valueText: (value: number) => string;
  /** Counts, whose scale goes from 0; or shares, from the round number below what is shown up to 100. */
  scale?: 'shares';
  /** Vertical lines with a word at their top, in the order of their places. */
  marks?: readonly LineMark[];
}

/** Something that happened at a place. */
export interface LineMark {
  place: number;
  label: string;
}

export interface LinePlace {
  /** Under the axis: "14 Apr". */
  label: string;
  /** Where there is room: "Tuesday 14 Apr". */
  heading: string;
  /** With its values, as it is read aloud: "Tuesday 14 Apr: 39 created, 44 resolved". */
  words: string;
}

export interface LineSeries {
  name: string;
  /** The main line is solid above a tinted area; the one beside it is dotted, with hollow markers. */
  look: 'main' | 'beside';
  /** One for each place; null where there is none, which leaves a gap. */
  values: readonly (number | null)[];
  /** The interval of each value, drawn behind the line in place of the area. */
  band?: readonly (readonly [number, number] | null)[];
  /** Of all places together, as it is shown. */
  total: string;
}
