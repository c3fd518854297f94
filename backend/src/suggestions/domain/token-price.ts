/** No more models have a price. */
export const PRICED_MODELS_MAX = 50;

/** The longest name of a model. */
export const MODEL_NAME_MAX = 200;

/** What a million tokens of one model cost: those that it reads, and those that it writes. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/** By the name of the model, all in one currency. */
export type TokenPrices = Readonly<Record<string, TokenPrice>>;
