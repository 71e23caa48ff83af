import { bool, EnvError, makeExactValidator, num, str } from 'envalid';
import { address } from '../settings/setting-addresses.js';

const web = address({ protocols: ['http:', 'https:'], example: 'http://127.0.0.1:4318' });
const endpoint = makeExactValidator<string>((text) => (text === '' ? '' : web({})._parse(text)));

const HEADERS = /^[^=,\s]+=[^,]*(?:,\s*[^=,\s]+=[^,]*)*$/;
const headers = makeExactValidator<string>((text) => {
  if (text === '' || HEADERS.test(text)) return text;
  // Without the value, which is a secret.
  throw new EnvError('not usable: give name=value,name=value, percent-encoded');
});

const SAMPLERS = ['always_on', 'always_off', 'traceidratio'] as const;

/** OpenTelemetry's own names and meanings. Its SDK also reads its other variables, such as `OTEL_BSP_…`. */
export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint({
    default: '',
    desc: 'Where traces are sent, by OTLP over HTTP, e.g. http://127.0.0.1:4318; empty: nowhere',
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint({ default: '', desc: 'The same as a whole URL, with its path' }),
  OTEL_EXPORTER_OTLP_HEADERS: headers({
    default: '',
    desc: 'Headers to send with traces, such as a key: name=value,name=value',
  }),
  OTEL_SERVICE_NAME: str({ default: '', desc: 'The name of the service in traces; empty: its own' }),
  OTEL_TRACES_SAMPLER: str({
    choices: [...SAMPLERS, ...SAMPLERS.map((sampler) => `parentbased_${sampler}` as const)],
    default: 'parentbased_always_on',
    desc: 'Which traces are recorded',
  }),
  OTEL_TRACES_SAMPLER_ARG: num({ default: 1, desc: 'The share of a traceidratio sampler; 0: none, 1: all' }),
  OTEL_SDK_DISABLED: bool({ default: false, desc: 'No traces, whatever else is set' }),
};
