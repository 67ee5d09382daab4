import { FIELD_NOTES } from './openapi-notes';
import { openApiPath } from './openapi-operation';
import { API_BASE, ROUTES } from './routes';
import { SCHEMAS } from './schemas';
import { z } from './zod';

type Json = Record<string, unknown>;

/** What zod adds to each schema of a registry, and a component must not have. */
const REGISTRY_KEYS = new Set(['$schema', '$id', 'id']);

/** The OpenAPI 3.1 document of the whole wire, made from the route table and the schemas. Pure: same code, same text. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const route of ROUTES) {
    const path = `/${route.path}`;
    paths[path] = { ...paths[path], ...openApiPath(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'GEM-BOOKS API as Impôt Sync speaks it',
      version: '1.0.0',
      license: { name: 'See LICENSE', identifier: 'LicenseRef-Impot-Sync' },
      description:
        'The documented GEM-BOOKS endpoints (tag `documented`; `inferred` where published only in part) and the Impôt Sync extension under `impot-sync/v1/`. Clients ignore fields they do not know.',
    },
    servers: [{ url: API_BASE, description: "Same origin as the page: the office's web server forwards it" }],
    security: [{ key: [] }],
    tags: [
      { name: 'documented', description: 'Published by GEM-BOOKS.' },
      { name: 'inferred', description: 'Of the published API, but described there only in part.' },
      { name: 'extension', description: 'Added for Impôt Sync.' },
      { name: 'sandbox', description: 'Only in the sandbox.' },
    ],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'REST API access key of a GEM-BOOKS user.' },
      },
      schemas: componentSchemas(),
    },
  };
}

/** Named schemas as JSON Schema 2020-12, referring to each other by name. */
function componentSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, described(name, schema)]));
}

function described(name: string, schema: object): Json {
  const rest: Json = Object.fromEntries(Object.entries(schema).filter(([key]) => !REGISTRY_KEYS.has(key)));
  const notes = FIELD_NOTES[name];
  const properties = rest['properties'];
  if (notes === undefined || typeof properties !== 'object' || properties === null) return rest;
  const noted = Object.entries(properties as Record<string, Json>).map(([key, value]) => {
    const description = notes[key];
    return [key, description === undefined ? value : { ...value, description }];
  });
  return { ...rest, properties: Object.fromEntries(noted) };
}
