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
  /** One for each place. */
  values: readonly number[];
  /** Of all places together, as it is shown. */
  total: string;
}
