/** What the fuzzer needs of a JSON schema of OpenAPI 3.0. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

interface DocumentedOperation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
}

/** A method of a path, with its schemas in full. */
export interface Operation {
  /** `GET /api/v1/trades/{id}` */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: Schema | null;
}

/** What the gateway serves without describing it. */
const UNDESCRIBED = [
  '/metrics',
  '/api/docs',
  '/api/docs-json',
  '/api/docs-yaml',
  '/api/docs/{id}',
  '/api/v1/{id}',
  '/{id}',
];

export function operationsOf({ paths, components }: OpenApiDocument): Operation[] {
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      const body = schema ? inFull(schema, components.schemas) : null;
      return operation(method.toUpperCase(), path, parameters, body);
    }),
  );
  return [...described, ...UNDESCRIBED.map((path) => operation('GET', path, pathParameters(path), null))];
}

const operation = (method: string, path: string, parameters: Parameter[], body: Schema | null): Operation => ({
  name: `${method} ${path}`,
  ...{ method, path, parameters, body },
});

const pathParameters = (path: string): Parameter[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ name, in: 'path', schema: { type: 'string' } }));

/** With each reference replaced by what it names. No schema of a body contains itself. */
function inFull(schema: Schema, schemas: Record<string, Schema>): Schema {
  if (schema.$ref) return inFull(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  const properties = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, inFull(each, schemas)]);
  return {
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(properties) as Record<string, Schema> }),
    ...(schema.items && { items: inFull(schema.items, schemas) }),
  };
}
