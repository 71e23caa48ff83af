import { isDeepStrictEqual } from 'node:util';

export interface MetricFamily {
  name: string;
  help: string;
  type: string;
  samples: MetricSample[];
}

export interface MetricSample {
  /** A histogram's samples have suffixes. */
  name: string;
  labels: Record<string, string>;
  value: number;
}

const HEADER = /^# (HELP|TYPE) (\S+) (.*)$/;
const SAMPLE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** Reads Prometheus' text format, as far as prom-client writes it. @throws Error for a line that is not of this form */
export class MetricsText {
  readonly families = new Map<string, MetricFamily>();

  constructor(readonly text: string) {
    let family: MetricFamily | undefined;
    for (const line of text.split('\n').filter((each) => each !== '')) {
      const [, field, name, value] = HEADER.exec(line) ?? [];
      if (field !== undefined) {
        if (family?.name !== name) family = { name: name!, help: '', type: '', samples: [] };
        this.families.set(family!.name, family!);
        if (field === 'HELP') family!.help = value!;
        else family!.type = value!;
        continue;
      }
      const sample = readSample(line);
      if (!family) throw new Error(`a sample without a family: ${line}`);
      family.samples.push(sample);
    }
  }

  /** The value of the sample with this name and exactly these labels; undefined if there is none. */
  value(name: string, labels: Record<string, string> = {}): number | undefined {
    for (const { samples } of this.families.values()) {
      const found = samples.find((sample) => sample.name === name && isDeepStrictEqual(sample.labels, labels));
      if (found) return found.value;
    }
    return undefined;
  }

  /** The families whose names begin with `rotunda_`. */
  get own(): MetricFamily[] {
    return [...this.families.values()].filter(({ name }) => name.startsWith('rotunda_'));
  }
}

function readSample(line: string): MetricSample {
  const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
  if (name === undefined) throw new Error(`not a sample: ${line}`);
  const pairs = [...labels.matchAll(LABEL)].map(([, label, text]) => [label!, text!]);
  return { name, labels: Object.fromEntries(pairs), value: Number(value) };
}
