import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApiDocument } from '../../src/contract/openapi';
import { ROUTES } from '../../src/contract/routes';
import { OPENAPI_PATH, openApiText } from '../tools/write-openapi';

it('is committed as the code makes it (npx tsx test/tools/write-openapi.ts)', () => {
  expect(readFileSync(OPENAPI_PATH, 'utf8')).toBe(openApiText());
});

it('refers only to schemas that it holds', () => {
  const text = openApiText();
  const held = new Set(Object.keys((openApiDocument()['components'] as { schemas: object }).schemas));
  const wanted = [...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((name) => !held.has(name))).toEqual([]);
  expect(
    [...text.matchAll(/"\$ref": "([^"]+)"/g)].filter(([, ref]) => !ref?.startsWith('#/components/schemas/')),
  ).toEqual([]);
});

it('has one operation per route, each named once', () => {
  const ids = ROUTES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const paths = openApiDocument()['paths'] as Record<string, Record<string, { operationId: string }>>;
  const operations = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  expect(operations.sort()).toEqual(ids.sort());
});

it('declares every place of every path', () => {
  const paths = openApiDocument()['paths'] as Record<
    string,
    Record<string, { parameters?: { name: string; in: string }[] }>
  >;
  for (const [path, operations] of Object.entries(paths)) {
    const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const operation of Object.values(operations)) {
      expect((operation.parameters ?? []).filter(({ in: place }) => place === 'path').map(({ name }) => name)).toEqual(
        places,
      );
    }
  }
});

it('closes what is sent and leaves open what is read', () => {
  const { schemas } = openApiDocument()['components'] as {
    schemas: Record<string, { additionalProperties?: unknown }>;
  };
  for (const sent of [
    'ClientCreate',
    'ClientUpdate',
    'ClientPatch',
    'InvitationCreate',
    'EnvelopeCreate',
    'OfficePut',
  ]) {
    expect(schemas[sent]?.additionalProperties, sent).toBe(false);
  }
  for (const read of ['Client', 'Task', 'Envelope', 'Invitation', 'Problem']) {
    expect(schemas[read]?.additionalProperties, read).not.toBe(false);
  }
});
