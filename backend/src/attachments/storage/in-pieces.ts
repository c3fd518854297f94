/** The same bytes in pieces of one size, but for the last. */
export async function* inPieces(content: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let piece: Buffer[] = [];
  let length = 0;
  for await (let rest of content) {
    while (length + rest.length >= size) {
      const end = size - length;
      yield Buffer.concat([...piece, rest.subarray(0, end)]);
      rest = rest.subarray(end);
      piece = [];
      length = 0;
    }
    if (rest.length > 0) piece.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(piece);
}
