/** Branded identifiers: random, meaningless, safe to index and to log. */
declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

/** A client on this workstation (random; survives re-imports). */
export type LocalClientId = Branded<'LocalClientId'>;
/** One **Importer**: everything one confirmation sends. */
export type BatchId = Branded<'BatchId'>;
export type OutboxEntryId = Branded<'OutboxEntryId'>;
/** A prepared PDF in the sealed store. */
export type DocumentId = Branded<'DocumentId'>;
/** A line of a preview; lives as long as its preview. */
export type RowId = Branded<'RowId'>;

/** Makes random ids of at least 128 bits, as lower-case letters and digits; the caller brings the randomness. */
export type NewId = <T extends string>() => T;

/** A GEM-BOOKS client id, as the documented API numbers them. */
export type ServerClientId = number;
