import { readFile } from 'node:fs/promises';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly time: string;
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

export interface LoggedRequest {
  readonly url: string;
  readonly initiator: string;
  readonly isolation: string;
}

/** Flags that make Chromium write every request, and every byte it sends, to `file`. */
export const netLogArgs = (file: string): readonly string[] => [
  `--log-net-log=${file}`,
  '--net-log-capture-mode=Everything',
];

/** The log of a browser that has closed. One that was cut short lacks its end and is mended. */
export async function readNetLog(file: string): Promise<NetLog> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as NetLog;
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as NetLog;
  }
}

export function requestsOf(log: NetLog): readonly LoggedRequest[] {
  const type = log.constants.logEventTypes['URL_REQUEST_START_JOB'];
  return log.events
    .filter((event) => event.type === type && typeof event.params?.['url'] === 'string')
    .map(({ params }) => ({
      url: String(params?.['url']),
      initiator: String(params?.['initiator'] ?? ''),
      isolation: String(params?.['network_isolation_key'] ?? ''),
    }));
}
