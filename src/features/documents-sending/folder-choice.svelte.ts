import { folderMarks } from '../../core/envelopes/folder-marks';
import { readFollowUp, readLabels } from '../../core/envelopes/read-folder-marks';
import { formatDate } from '../../i18n/format';

/** How the folders of the batch are told, as it stands, and what is read of it. Kept while other screens are looked at. */
export class FolderChoice {
  /** `null`: the one for the type of document, in the language of now. */
  chosenTemplate = $state<string | null>(null);
  /** `null`: the usual title, in the language of now. */
  typedTitle = $state<string | null>(null);
  labels = $state('');
  /** ISO date; empty: none; `null`: what was typed is no day. */
  followUpOn = $state<string | null>('');
  #today = $state(formatDate(Date.now()));

  readonly readLabels = $derived.by(() => readLabels(this.labels));
  readonly readFollowUp = $derived.by(() => readFollowUp(this.followUpOn, this.#today));
  /** `null` while one of them cannot be taken. */
  readonly marks = $derived.by(() =>
    this.readLabels.ok && this.readFollowUp.ok ? folderMarks(this.readLabels.value, this.readFollowUp.value) : null,
  );

  get today(): string {
    return this.#today;
  }

  /** A page stays open past midnight: what was to come may have become past. */
  readClock(): void {
    this.#today = formatDate(Date.now());
  }
}
