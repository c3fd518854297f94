/** Percentages appear from so many tickets on whose suggestion a person has decided; of fewer they say nothing. */
export const MEASURED_FROM = 50;

/** Counting them stops here, and of more the newest are learned from. */
export const CONFIRMED_MAX = 30_000;
