/** Something met while a list was read that a person may want to know: said in the source doctor, never an error. */
export type SourceNote =
  | {
      readonly kind:
        | 'title-rows'
        | 'total-rows'
        | 'repeated-headers'
        | 'blank-columns'
        | 'wide-rows'
        | 'damaged-text'
        | 'hidden-rows'
        | 'merged-cells'
        | 'formulas'
        | 'formulas-without-value'
        | 'other-type-left';
      readonly count: number;
    }
  /** `headers` of the columns concerned, each once. */
  | {
      readonly kind: 'same-header' | 'same-field' | 'hidden-columns' | 'dates-as-text' | 'digits-as-number';
      readonly headers: readonly string[];
    }
  | { readonly kind: 'dates-1904' };
