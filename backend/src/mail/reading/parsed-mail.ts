import { Transform, type TransformCallback } from 'node:stream';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import { decoded } from './charsets.ts';

/** A part that is no text, decoded. */
export interface ParsedFile {
  readonly name: string | null;
  readonly type: string;
  readonly inlineId: string | null;
  readonly content: Buffer;
}

/** What the library makes of a mail. */
export interface ParsedMail {
  readonly text: string;
  /** HTML that stands for itself beside the text, or without one. */
  readonly html: string | null;
  /** Whether the text holds all that the HTML says. */
  readonly textIsWhole: boolean;
  readonly files: readonly ParsedFile[];
}

/** The parts of the library's parser that decide how a text is decoded; it names them internal. */
interface PartDecoding {
  createNode(part: object): { charset?: string };
  decoder: { decodeStream(charset: string): Transform };
}

/** Marks a charset for `TextDecoding`: the library would take what is declared as ASCII or UTF-8 at its word. */
const DECLARED = 'declared:';

/** @throws Error what is so broken that the library gives up, too many parts for one; what came before it is lost */
export async function parsedMail(mail: Buffer): Promise<ParsedMail> {
  const parser = new MailParser({
    skipTextLinks: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
    // No HTML is turned into text here; the error that this gives tells that some stands without a text beside it.
    maxHtmlLengthToParse: -1,
  });
  decodeEveryText(parser);
  parser.end(mail);
  const files: ParsedFile[] = [];
  let text: MessageText | null = null;
  for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
    if (part.type === 'text') text = part;
    else files.push(await fileOf(part));
  }
  return {
    text: text?.text ?? '',
    html: text?.html ?? null,
    textIsWhole: text?.text !== undefined && text.text.trim() !== '' && text.textConversionError === undefined,
    files,
  };
}

function decodeEveryText(parser: MailParser): void {
  const decoding = parser as unknown as PartDecoding;
  const createNode = decoding.createNode.bind(parser);
  decoding.createNode = (part) => {
    const node = createNode(part);
    node.charset = `${DECLARED}${node.charset ?? ''}`;
    return node;
  };
  decoding.decoder = { decodeStream: (charset) => new TextDecoding(charset.slice(DECLARED.length) || null) };
}

async function fileOf(part: AttachmentStream): Promise<ParsedFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.content as AsyncIterable<Buffer>) chunks.push(chunk);
  part.release?.();
  return {
    name: part.filename ?? null,
    type: part.contentType,
    inlineId: part.cid ?? null,
    content: Buffer.concat(chunks),
  };
}

/** Collects a text's bytes, as what they are shows in all of them only, and gives them on as UTF-8. */
class TextDecoding extends Transform {
  private readonly chunks: Buffer[] = [];
  private readonly declared: string | null;

  constructor(declared: string | null) {
    super();
    this.declared = declared;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.chunks.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(decoded(Buffer.concat(this.chunks), this.declared)));
  }
}
