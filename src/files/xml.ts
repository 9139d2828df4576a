/** XML of a workbook part, streamed. The grammar is saxen's; entities other than XML's own stay as text. */
import { Parser } from 'saxen';
import { FileFailure } from './failure';

export interface XmlListener {
  /** Names come without their namespace prefix; writers differ in it. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/** Feeds UTF-8 chunks to a listener. @throws FileFailure `damaged-archive` when it is no XML. */
export async function* parseXml(
  chunks: AsyncIterable<Uint8Array>,
  listener: XmlListener,
): AsyncGenerator<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = createParser(listener);
  for await (const chunk of chunks) {
    parser.write(decode(decoder, chunk));
    yield chunk.length;
  }
  parser.end();
}

function createParser(listener: XmlListener): Parser {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    let parsed: Record<string, string> | undefined;
    listener.open(localName(name), (wanted) => {
      parsed ??= attributes() || {};
      const value = parsed[wanted] ?? findPrefixed(parsed, wanted);
      return value === undefined ? undefined : decode(value);
    });
  });
  parser.on('closeTag', (name) => listener.close(localName(name)));
  parser.on('text', (text, decode) => listener.text(decode(text)));
  parser.on('cdata', (text) => listener.text(text));
  parser.on('error', (error) => {
    throw new FileFailure('damaged-archive', { detail: error.message.slice(0, 100) });
  });
  parser.on('warn', () => undefined);
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function findPrefixed(attributes: Record<string, string>, wanted: string): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(`:${wanted}`));
  return key === undefined ? undefined : attributes[key];
}

function decode(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new FileFailure('damaged-archive', { detail: 'utf-8' });
  }
}
