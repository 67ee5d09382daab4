import { appError } from '../app-error';
import { err, ok, type Result } from '../result';
import { fieldsFor, mappingProblem, type SavedMapping, type SavedReading } from './saved-mapping';
import { DELIMITERS, TEXT_ENCODINGS } from './source-reading';

const FORMAT = 'impot-sync/column-mappings';
const VERSION = 1;
/** More than any office has; a file beyond it is something else. */
const MOST_MAPPINGS = 500;

/** An office's mappings as a file for its other workstations. */
export const writeMappings = (mappings: readonly SavedMapping[]): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, mappings }, null, 2);

/** Errors: `mapping/unreadable-file`, `mapping/newer-version`. Nothing is taken of a file that is partly wrong. */
export function readMappings(text: string): Result<readonly SavedMapping[]> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return err(appError('mapping/unreadable-file'));
  }
  if (!isRecord(file) || file['format'] !== FORMAT || typeof file['version'] !== 'number')
    return err(appError('mapping/unreadable-file'));
  if (file['version'] > VERSION) return err(appError('mapping/newer-version'));
  const mappings = file['mappings'];
  if (!Array.isArray(mappings) || mappings.length > MOST_MAPPINGS) return err(appError('mapping/unreadable-file'));
  const read = mappings.map(readOne);
  const whole = read.filter((mapping) => mapping !== null);
  return whole.length === read.length ? ok(whole) : err(appError('mapping/unreadable-file'));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOne(value: unknown): SavedMapping | null {
  if (!isRecord(value)) return null;
  const { software, clientType, columns } = value;
  if (software !== 'dt-max' && software !== 'taxprep') return null;
  if (clientType !== 'individuals' && clientType !== 'corporations') return null;
  if (!Array.isArray(columns) || columns.length === 0) return null;
  const fields = fieldsFor(clientType);
  const read = columns.map((column: unknown) => {
    if (!isRecord(column) || typeof column['header'] !== 'string') return null;
    const named = fields.find((known) => known === column['field']);
    return named === undefined && column['field'] !== null ? null : { header: column['header'], field: named ?? null };
  });
  const whole = read.filter((column) => column !== null);
  if (whole.length < read.length || mappingProblem(whole.map(({ field }) => field)) !== null) return null;
  const reading = value['reading'] === undefined ? {} : readReading(value['reading']);
  if (reading === null) return null;
  return { software, clientType, columns: whole, ...(Object.keys(reading).length === 0 ? {} : { reading }) };
}

function readReading(value: unknown): SavedReading | null {
  if (!isRecord(value)) return null;
  const encoding = TEXT_ENCODINGS.find((one) => one === value['encoding']);
  const delimiter = DELIMITERS.find((one) => one === value['delimiter']);
  const sheet = typeof value['sheet'] === 'string' ? value['sheet'] : undefined;
  const reading = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
  };
  const given = ['encoding', 'delimiter', 'sheet'].filter((key) => value[key] !== undefined);
  return given.length === Object.keys(reading).length ? reading : null;
}
