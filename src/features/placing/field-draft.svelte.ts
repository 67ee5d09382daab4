import type { PageBox } from '../../core/documents/document-row';
import type { PlacedField, SignerRole } from '../../core/forms/placed-field';
import { moveField, newFields, resizeField } from './edit-fields';
import type { NewField } from './edit-fields';

/** Fields being placed by hand, before anybody keeps them. */
export class FieldDraft {
  #fields = $state.raw<readonly PlacedField[]>([]);
  #selected = $state<number | null>(null);

  constructor(fields: readonly PlacedField[]) {
    this.#fields = fields;
  }

  get fields(): readonly PlacedField[] {
    return this.#fields;
  }
  get selected(): number | null {
    return this.#selected;
  }

  select(index: number | null): void {
    this.#selected = index;
  }

  /** Points of the page as it is looked at. */
  move(index: number, box: PageBox, dx: number, dy: number): void {
    this.#replace(index, (field) => moveField(field, box, dx, dy));
  }

  resize(index: number, box: PageBox, dx: number, dy: number): void {
    this.#replace(index, (field) => resizeField(field, box, dx, dy));
  }

  add(kind: NewField, signer: SignerRole, page: number, box: PageBox): void {
    this.#selected = this.#fields.length;
    this.#fields = [...this.#fields, ...newFields(kind, signer, page, box)];
  }

  /** Other fields in their place. */
  replaceAll(fields: readonly PlacedField[]): void {
    this.#fields = fields;
    this.#selected = null;
  }

  /** The whole layout: points of the pages as they are looked at. `boxOf`: a page's, from 1. */
  moveAll(boxOf: (page: number) => PageBox | undefined, dx: number, dy: number): void {
    this.#fields = this.#fields.map((field) => {
      const box = boxOf(field.page);
      return box ? moveField(field, box, dx, dy) : field;
    });
  }

  remove(index: number): void {
    this.#fields = this.#fields.filter((_, at) => at !== index);
    this.#selected = null;
  }

  #replace(index: number, change: (field: PlacedField) => PlacedField): void {
    this.#fields = this.#fields.map((field, at) => (at === index ? change(field) : field));
  }
}
