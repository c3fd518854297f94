/** Turns scores into probabilities in place; gives the loss for the right class. */
export function softmax(scores: Float64Array, label: number): number {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  const right = scores[label]! - top;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp(scores[k]! - top);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k]! /= sum;
  return Math.log(sum) - right;
}
