import { appError } from '../app-error';
import type { Rect } from '../documents/page-text';
import { err, ok, type Result } from '../result';
import { FORM_CATALOG } from './catalog';
import type { FormCode } from './form-code';
import type { LabelPlace, LabelWhat } from './label-places';
import type { OfficeLayout } from './office-layout';
import type { FieldKind, PlacedField, SignerRole, TimePart } from './placed-field';

const FORMAT = 'impot-sync/signature-layouts';
const VERSION = 1;
/** More than any office has; a file beyond it is something else. */
const MOST_LAYOUTS = 1000;
const MOST_FIELDS = 200;
/** No page of an office is larger: points (two metres). */
const MOST_POINTS = 5670;

const KINDS: readonly FieldKind[] = ['signature', 'initials', 'date', 'time', 'name', 'title'];
const PARTS: readonly TimePart[] = ['hh', 'mm', 'ss', 'all'];
const LABELS: readonly LabelWhat[] = ['signature', 'date', ...PARTS];
const SIGNERS: readonly SignerRole[] = ['taxpayer', 'spouse', 'officer', 'representative'];

/** An office's layouts as a file for its other workstations. */
export const writeLayouts = (layouts: readonly OfficeLayout[]): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, layouts }, null, 2);

/** Errors: `layout/unreadable-file`, `layout/newer-version`. Nothing is taken of a file that is partly wrong. */
export function readLayouts(text: string): Result<readonly OfficeLayout[]> {
  const file = parse(text);
  if (!isRecord(file) || file['format'] !== FORMAT || typeof file['version'] !== 'number')
    return err(appError('layout/unreadable-file'));
  if (file['version'] > VERSION) return err(appError('layout/newer-version'));
  const layouts = file['layouts'];
  if (!Array.isArray(layouts) || layouts.length > MOST_LAYOUTS) return err(appError('layout/unreadable-file'));
  const read = allOf(layouts, readOne);
  return read ? ok(read) : err(appError('layout/unreadable-file'));
}

function readOne(value: unknown): OfficeLayout | null {
  if (!isRecord(value)) return null;
  const { form, taxYear, print: printed, fields, labels } = value;
  if (!isForm(form)) return null;
  if (!isWhole(taxYear, 1990, 2100) || !isRecord(printed) || !Array.isArray(fields) || !Array.isArray(labels))
    return null;
  const { software, pageSize } = printed;
  if ((software !== 'dt-max' && software !== 'other') || !Array.isArray(pageSize)) return null;
  const [width, height] = pageSize as readonly unknown[];
  if (pageSize.length !== 2 || !isLength(width) || !isLength(height)) return null;
  const readFields = fields.length > 0 && fields.length <= MOST_FIELDS ? allOf(fields, readField) : null;
  const readLabels = allOf(labels, readLabel);
  const noted = value['anchors'] ?? null;
  const anchors = Array.isArray(noted) ? allOf(noted, readAnchor) : null;
  if (readFields === null || readLabels === null || (noted !== null && anchors === null)) return null;
  const print = { software, pageSize: [width, height] } as const;
  return { form, taxYear, print, fields: readFields, labels: readLabels, ...(anchors ? { anchors } : {}) };
}

function readField(value: unknown): PlacedField | null {
  if (!isRecord(value)) return null;
  const kind = KINDS.find((known) => known === value['kind']);
  const signer = SIGNERS.find((known) => known === value['signer']);
  const part = PARTS.find((known) => known === value['part']);
  const rect = readRect(value['rect']);
  const page = value['page'];
  if (kind === undefined || signer === undefined || rect === null || !isWhole(page, 1, 1000)) return null;
  if ((kind === 'time') !== (part !== undefined)) return null;
  return part === undefined ? { kind, signer, page, rect } : { kind, part, signer, page, rect };
}

function readLabel(value: unknown): OfficeLayout['labels'][number] | null {
  if (!isRecord(value) || !isWhole(value['page'], 1, 1000)) return null;
  if (value['at'] === null) return { page: value['page'], at: null };
  const at = readRect(value['at']);
  return at === null ? null : { page: value['page'], at };
}

function readAnchor(value: unknown): LabelPlace | null {
  if (!isRecord(value) || !isWhole(value['page'], 1, 1000)) return null;
  const what = LABELS.find((known) => known === value['what']);
  const signer = SIGNERS.find((known) => known === value['signer']);
  const at = readRect(value['at']);
  return what === undefined || signer === undefined || at === null ? null : { what, signer, page: value['page'], at };
}

function readRect(value: unknown): Rect | null {
  if (!Array.isArray(value) || value.length !== 4) return null;
  const [x, y, width, height] = value as readonly unknown[];
  if (!isPlace(x) || !isPlace(y) || !isLength(width) || !isLength(height)) return null;
  return [x, y, width, height];
}

function allOf<T>(values: readonly unknown[], read: (value: unknown) => T | null): readonly T[] | null {
  const whole = values.map(read).filter((value) => value !== null);
  return whole.length === values.length ? whole : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isForm = (value: unknown): value is FormCode => typeof value === 'string' && Object.hasOwn(FORM_CATALOG, value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlace = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MOST_POINTS;
const isLength = (value: unknown): value is number => isPlace(value) && value > 0;
const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
