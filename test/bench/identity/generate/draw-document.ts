import { co1000, co17, t183corp, t183trust, t2, t3 } from './draw-corporate';
import { letter, t1, t1135, t183, tp1, tp1000 } from './draw-forms';
import { slip } from './draw-slips';
import { comparativeSummary, mainSummary } from './draw-summary';
import { formStyle } from './print-style';
import type { Draft } from './draw-parts';
import type { DrawnPage } from './shapes';

/** The pages that the tax software prints for one form of one person; `PACKAGE` is everything of the person in one PDF. */
export function drawDocument(form: string, whole: Draft): readonly DrawnPage[] {
  const draft = { ...whole, style: formStyle(whole.style, form) };
  switch (form) {
    case 'T183':
      return t183(draft);
    case 'TP-1000.TE':
      return tp1000(draft);
    case 'T1':
      return t1(draft);
    case 'TP-1':
      return tp1(draft);
    case 'T1135':
      return t1135(draft);
    case 'T2':
      return t2(draft);
    case 'CO-17':
      return co17(draft);
    case 'T183CORP':
      return t183corp(draft);
    case 'CO-1000.TE':
      return co1000(draft);
    case 'T3':
      return t3(draft);
    case 'T183TRUST':
      return t183trust(draft);
    case 'SLIP':
      return [slip(draft)];
    case 'ENGAGEMENT':
    case 'CLIENT-LETTER':
      return letter(draft, form);
    case 'PACKAGE':
      return [
        ...summaries(draft),
        ...drawDocument('T183', draft),
        ...(draft.person.yearEndProvince === 'QC' ? drawDocument('TP-1000.TE', draft) : []),
        ...drawDocument('T1', draft),
      ];
    default:
      throw new Error(`No drawing for ${form}.`);
  }
}

/** DT Max opens a client's PDF with what it sums up. */
const summaries = (draft: Draft): DrawnPage[] =>
  draft.style.software === 'dt-max' && draft.style.wording % 3 > 0
    ? [mainSummary(draft), ...(draft.style.wording % 2 > 0 ? [comparativeSummary(draft)] : [])]
    : [];
