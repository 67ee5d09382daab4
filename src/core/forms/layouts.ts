import { AUT_01_LAYOUT } from './aut-01';
import { CO_1000_TE_LAYOUT } from './co-1000-te';
import { CO_17_LAYOUT } from './co-17';
import { CRA_AUTHORIZATION_LAYOUT } from './cra-authorization';
import { ENGAGEMENT_LETTER_LAYOUT } from './engagement-letter';
import type { FormCode } from './form-code';
import type { FormLayout } from './form-layout';
import { MR_69_LAYOUT } from './mr-69';
import { T1_LAYOUT } from './t1';
import { T1135_LAYOUT } from './t1135';
import { T183_LAYOUT } from './t183';
import { T183CORP_LAYOUT } from './t183corp';
import { T183TRUST_LAYOUT } from './t183trust';
import { T2_LAYOUT } from './t2';
import { TP_1_LAYOUT } from './tp-1';
import { TP_1000_TE_LAYOUT } from './tp-1000-te';
import { TP_274_LAYOUT } from './tp-274';

/** The layout of each form whose places are looked for; a form not here is « to be placed by hand ». */
export const FORM_LAYOUTS: Readonly<Partial<Record<FormCode, FormLayout>>> = {
  T183: T183_LAYOUT,
  T183CORP: T183CORP_LAYOUT,
  T183TRUST: T183TRUST_LAYOUT,
  'TP-1000.TE': TP_1000_TE_LAYOUT,
  'CO-1000.TE': CO_1000_TE_LAYOUT,
  'MR-69': MR_69_LAYOUT,
  'AUT-01': AUT_01_LAYOUT,
  'CRA-AUTH': CRA_AUTHORIZATION_LAYOUT,
  T1135: T1135_LAYOUT,
  'TP-274': TP_274_LAYOUT,
  T1: T1_LAYOUT,
  'TP-1': TP_1_LAYOUT,
  T2: T2_LAYOUT,
  'CO-17': CO_17_LAYOUT,
  ENGAGEMENT: ENGAGEMENT_LETTER_LAYOUT,
};
