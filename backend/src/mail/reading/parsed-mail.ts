import { Transform, type TransformCallback } from 'node:stream';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import { textInBase64 } from './base64-text.ts';
import { decoded } from './charsets.ts';
import { encodedFiles, uudecoded } from './encoded-lines.ts';
import type { ParsedFile } from './parsed-file.ts';
import { isUuencoded, readEncoding, readType } from './part-type.ts';

/** What the library makes of a mail. */
export interface ParsedMail {
  readonly text: string;
  /** HTML that stands for itself beside the text, or without one. */
  readonly html: string | null;
  /** Whether the text holds all that the HTML says. */
  readonly textIsWhole: boolean;
  readonly files: readonly ParsedFile[];
}

/** A part as the library has split it off; it names it internal. */
interface Part {
  contentType: string | false;
  readonly root: boolean;
  encoding: string | false;
  getDecoder: () => Transform;
}

/** The parts of the library's parser that decide how a text is decoded; it names them internal. */
interface PartDecoding {
  createNode(part: Part): { charset?: string };
  decoder: { decodeStream(charset: string): Transform };
}

/** Marks a charset for `decoded`: the library would take what is declared as ASCII or UTF-8 at its word. */
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
  const files: ParsedFile[] = [];
  readEveryText(parser, files);
  let open: AttachmentStream | null = null;
  // A file that is being read when the library gives up would never end.
  parser.on('error', (error: Error) => open?.content.destroy(error));
  parser.end(mail);
  let text: MessageText | null = null;
  for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
    if (part.type === 'text') text = part;
    else {
      open = part;
      files.push(await fileOf(part));
    }
  }
  return {
    text: text?.text ?? '',
    html: text?.html ?? null,
    textIsWhole: text?.text !== undefined && text.text.trim() !== '' && text.textConversionError === undefined,
    files,
  };
}

/** Has texts decoded as the desk does it; files that are written into them are put to `files`. */
function readEveryText(parser: MailParser, files: ParsedFile[]): void {
  const decoding = parser as unknown as PartDecoding;
  const createNode = decoding.createNode.bind(parser);
  decoding.createNode = (part) => {
    if (part.contentType !== false) part.contentType = readType(part.contentType, part.root);
    if (part.encoding !== false) part.encoding = readEncoding(part.encoding);
    if (part.encoding === 'base64' && isText(part))
      part.getDecoder = () => new Collecting((bytes) => textInBase64(bytes.toString('latin1')));
    if (part.encoding !== false && isUuencoded(part.encoding))
      part.getDecoder = () => new Collecting((bytes) => uudecoded(bytes.toString('latin1')));
    const node = createNode(part);
    node.charset = `${DECLARED}${node.charset ?? ''}`;
    return node;
  };
  decoding.decoder = {
    decodeStream: (charset) => {
      const declared = charset.slice(DECLARED.length) || null;
      return new Collecting((bytes) => {
        files.push(...encodedFiles(bytes.toString('latin1')));
        return Buffer.from(decoded(bytes, declared));
      });
    },
  };
}

function isText({ contentType, root }: Part): boolean {
  return contentType === false ? root : /^text\/(?:plain|html)$/i.test(contentType);
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

/** Collects bytes, as what they are shows in all of them only, and gives on what is made of them. */
class Collecting extends Transform {
  private readonly chunks: Buffer[] = [];
  private readonly made: (bytes: Buffer) => Buffer;

  constructor(made: (bytes: Buffer) => Buffer) {
    super();
    this.made = made;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.chunks.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    done(null, this.made(Buffer.concat(this.chunks)));
  }
}
