import { readCrossReference, streamAfter } from './cross-reference';
import type { CrossReference } from './cross-reference';
import { decodeStream } from './decode-stream';
import { ObjectParser } from './parse-object';
import type { PdfDict, PdfRef, PdfValue } from './pdf-value';
import { asCount, asDict, nameOf } from './pdf-value';
import { Unfamiliar } from './unfamiliar';

/** An object, and the bytes in which its places are to be found: the file's, or those of an object stream. */
export interface Found {
  readonly value: PdfValue;
  readonly bytes: Uint8Array;
}

interface ObjectStream {
  readonly bytes: Uint8Array;
  readonly objects: readonly { readonly number: number; readonly at: number }[];
}

/** Objects of a file by look-up: nothing is read that nobody asks for. Throws `Unfamiliar`. */
export class ObjectSource {
  readonly bytes: Uint8Array;
  readonly xref: CrossReference;
  readonly #streams = new Map<number, ObjectStream>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.xref = readCrossReference(bytes);
  }

  /** What the reference is to: never a stream, never another reference. */
  object({ number, generation }: Pick<PdfRef, 'number' | 'generation'>): Found {
    const place = this.xref.find(number);
    if (place === null || place.kind === 'free') throw new Unfamiliar('an object that is not there');
    if (generation !== 0) throw new Unfamiliar('a generation');
    if (place.kind === 'in') return this.#inStream(place.stream, place.index, number);
    const parser = this.#at(place.offset, place.generation, number);
    const value = parser.value();
    parser.keyword('endobj');
    return { value, bytes: this.bytes };
  }

  /** A value, or what it refers to. `bytes`: those it was read from. */
  resolve(value: PdfValue | undefined, bytes: Uint8Array): Found | null {
    if (value === undefined || (value.kind === 'word' && value.value === 'null')) return null;
    return value.kind === 'ref' ? this.object(value) : { value, bytes };
  }

  #at(offset: number, generation: number, number: number): ObjectParser {
    const parser = new ObjectParser(this.bytes, offset);
    if (parser.count() !== number || parser.count() !== 0 || generation !== 0) throw new Unfamiliar('another object');
    parser.keyword('obj');
    return parser;
  }

  #inStream(stream: number, index: number, number: number): Found {
    let known = this.#streams.get(stream);
    if (known === undefined) {
      known = this.#openStream(stream);
      this.#streams.set(stream, known);
    }
    const place = known.objects[index];
    if (place?.number !== number) throw new Unfamiliar('another object');
    const parser = new ObjectParser(known.bytes, place.at);
    return { value: parser.value(), bytes: known.bytes };
  }

  #openStream(number: number): ObjectStream {
    const place = this.xref.find(number);
    if (place?.kind !== 'at') throw new Unfamiliar('no object stream');
    const parser = this.#at(place.offset, place.generation, number);
    const { dict, data } = streamAfter(parser, (value) =>
      value?.kind === 'ref' ? asCount(this.object(value).value) : asCount(value),
    );
    if (nameOf(dict.entries.get('Type')) !== 'ObjStm') throw new Unfamiliar('no object stream');
    const bytes = decodeStream(dict, data);
    const [count, first] = [asCount(dict.entries.get('N')), asCount(dict.entries.get('First'))];
    const head = new ObjectParser(bytes);
    const objects: ObjectStream['objects'][number][] = [];
    for (let index = 0; index < count; index += 1) objects.push({ number: head.count(), at: first + head.count() });
    return { bytes, objects };
  }
}

/** A dictionary in its own object, with the number under which it may be written again. */
export interface FoundDict {
  readonly number: number;
  readonly dict: PdfDict;
  readonly bytes: Uint8Array;
}

export function dictObject(source: ObjectSource, ref: PdfRef): FoundDict {
  const { value, bytes } = source.object(ref);
  return { number: ref.number, dict: asDict(value), bytes };
}
