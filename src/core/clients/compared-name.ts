import { nameWords, wordsAgreement, type NameAgreement } from './name-agreement';

/** A name whose words are taken when it is first compared with another writing: most of a long list is written alike. */
export class ComparedName {
  readonly full: string;
  #words: readonly string[] | null = null;

  constructor(full: string) {
    this.full = full;
  }

  get words(): readonly string[] {
    return (this.#words ??= nameWords(this.full));
  }

  agreement(other: ComparedName): NameAgreement {
    if (this.full === other.full && /[a-z]/i.test(this.full)) return 'agreeing';
    return wordsAgreement(this.words, other.words);
  }
}
