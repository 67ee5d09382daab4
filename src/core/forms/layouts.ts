import type { FormCode } from './form-code';
import type { FormLayout } from './form-layout';
import { T183_LAYOUT } from './t183';

/** The layout of each form to be signed whose places are known; a form not here is « to be placed by hand ». */
export const FORM_LAYOUTS: Readonly<Partial<Record<FormCode, FormLayout>>> = { T183: T183_LAYOUT };
