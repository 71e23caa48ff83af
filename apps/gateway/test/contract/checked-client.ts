import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from '../../../dashboard/src/api/schema.js';

interface Response {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
  headers?: Record<string, unknown>;
}

export interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
  components: { responses: Record<string, Response> };
}

/** What the document says that an answer must be, and it is not. */
export class ContractFault extends Error {}

/** A client with the types of the document, which checks each answer against the document. */
export function checkedClient(url: string, document: Document, headers: Record<string, string>): Client<paths> {
  const client = createClient<paths>({
    baseUrl: url,
    headers,
    querySerializer: { array: { style: 'form', explode: false } },
  });
  client.use(contractOf(document));
  return client;
}

export function contractOf(document: Document): Middleware {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  return {
    async onResponse({ response, schemaPath, request }) {
      const call = `${request.method} ${schemaPath} → ${response.status}`;
      const operation = document.paths[schemaPath]?.[request.method.toLowerCase()];
      const said = operation?.responses[response.status];
      if (!said) throw new ContractFault(`${call} is not in the document`);
      const { content = {}, headers: named = {} } = said.$ref ? referred(document, said.$ref) : said;
      const absent = Object.keys(named).filter((name) => !response.headers.has(name));
      if (absent.length > 0) throw new ContractFault(`${call} has no ${absent.join(', ')}`);
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const schema = content[type]?.schema ?? content['*/*']?.schema;
      if (!schema) {
        if (type !== '' || Object.keys(content).length > 0)
          throw new ContractFault(`${call} is of ${type || 'no type'}`);
        return;
      }
      if (!type.endsWith('json')) return;
      const validate = ajv.compile(inDocument(schema));
      if (!validate(await response.clone().json()))
        throw new ContractFault(`${call}: ${ajv.errorsText(validate.errors)}`);
    },
  };
}

const referred = ({ components }: Document, ref: string): Response => components.responses[ref.split('/').at(-1)!]!;

/** References of the document begin at its top. */
const inDocument = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as object;
