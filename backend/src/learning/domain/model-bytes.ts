import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** A model as it is kept: what it is made of, by name, and its numbers. */
export interface ModelParts {
  /** Everything that is no number of the model: classes, recipe, temperature, features. Plain JSON. */
  readonly head: unknown;
  readonly numbers: readonly Float32Array[];
}

/** Grows with every change of what the bytes hold: a desk makes a new model of its tickets then. */
export const MODEL_FORMAT = 8;
const MAGIC = `desk-model ${String(MODEL_FORMAT)}\n`;

/**
 * Packs a model into bytes: a line that names the format, the length of the head as a 32-bit number, the head as JSON, the
 * number of arrays and the length of each, and the arrays, all little-endian and compressed. The same model gives the same
 * bytes.
 */
export function packModel({ head, numbers }: ModelParts): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(4 * (numbers.length + 2));
  [json.length, numbers.length, ...numbers.map(({ length }) => length)].forEach((length, at) => {
    lengths.writeUInt32LE(length, 4 * at);
  });
  const arrays = numbers.map((array) => {
    const bytes = Buffer.alloc(4 * array.length);
    array.forEach((number, at) => bytes.writeFloatLE(number, 4 * at));
    return bytes;
  });
  const body = brotliCompressSync(Buffer.concat([lengths, json, ...arrays]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  });
  return Buffer.concat([Buffer.from(MAGIC), body]);
}

/** @throws Error when the bytes are no model of this format. */
export function unpackModel(bytes: Buffer): ModelParts {
  if (bytes.subarray(0, MAGIC.length).toString() !== MAGIC) throw new Error('These bytes are no model of this version');
  const body = brotliDecompressSync(bytes.subarray(MAGIC.length));
  const jsonLength = body.readUInt32LE(0);
  const count = body.readUInt32LE(4);
  const lengths = Array.from({ length: count }, (_, at) => body.readUInt32LE(8 + 4 * at));
  let from = 8 + 4 * count;
  const head: unknown = JSON.parse(body.subarray(from, from + jsonLength).toString());
  from += jsonLength;
  const numbers = lengths.map((length) => {
    const array = new Float32Array(length);
    for (let at = 0; at < length; at += 1) array[at] = body.readFloatLE(from + 4 * at);
    from += 4 * length;
    return array;
  });
  return { head, numbers };
}
