interface Room {
  gap: number;
  top: number;
  bottom: number;
}

/**
 * Where labels go that would like to stand at `wishes`: as near as they can, `gap` apart, in the order of their
 * wishes, neither above `top` nor below `bottom`. Of equal wishes the first stands on top.
 */
export function keepApart(wishes: readonly number[], { gap, top, bottom }: Room): readonly number[] {
  // Labels that are too near to each other form a block around the middle of their wishes.
  const startOf = (block: readonly number[]) => {
    const middle = block.reduce((sum, label) => sum + (wishes[label] ?? 0), 0) / block.length;
    const height = gap * (block.length - 1);
    return Math.max(top, Math.min(middle - height / 2, bottom - height));
  };
  const blocks: number[][] = [];
  for (const label of wishes.map((_, index) => index).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0))) {
    let block = [label];
    let above = blocks.at(-1);
    while (above && startOf(block) - startOf(above) < gap * above.length) {
      block = [...above, ...block];
      blocks.pop();
      above = blocks.at(-1);
    }
    blocks.push(block);
  }
  const places = blocks.flatMap((block) => block.map((label, index) => [label, startOf(block) + index * gap] as const));
  const placeOf = new Map(places);
  return wishes.map((wish, label) => placeOf.get(label) ?? wish);
}
