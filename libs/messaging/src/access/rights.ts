import { CONSUMERS } from '../topology-names.js';

/** What one service does with one stream, or with the stream beneath a bucket. It may always see the stream's state. */
export interface Rights {
  /** Publishes to these subjects. */
  publishes?: readonly string[];
  /** Reads any message, by sequence or subject: NATS can't limit that to some subjects. */
  reads?: true;
  /** Removes any message. */
  removes?: true;
  /** Removes all messages of a subject. */
  purges?: true;
  /** Reads these subjects from a place on, through pull consumers of its own (`readStream`). */
  follows?: readonly string[];
  /** Watches these subjects through push consumers of its own (`KvWatch`). */
  watches?: readonly string[];
  /** Takes and settles the messages of these durable consumers. */
  takes?: readonly string[];
  /** Makes these durable consumers anew (`ConsumerRepair`). */
  repairs?: readonly string[];
}

const API = '$JS.API';

/** The subjects that a service with these rights publishes to. */
export function subjectsOf(stream: string, rights: Rights): string[] {
  const { publishes = [], follows = [], watches = [], takes = [], repairs = [] } = rights;
  return [
    `${API}.STREAM.INFO.${stream}`,
    ...publishes,
    ...(rights.reads ? [`${API}.STREAM.MSG.GET.${stream}`] : []),
    ...(rights.removes ? [`${API}.STREAM.MSG.DELETE.${stream}`] : []),
    ...(rights.purges ? [`${API}.STREAM.PURGE.${stream}`] : []),
    ...follows.map((subject) => creationOf(stream, '*', subject)),
    ...(follows.length > 0 ? ownConsumers(stream) : []),
    ...watches.map((subject) => creationOf(stream, '*', subject)),
    ...(watches.length > 0 ? ownWatches(stream) : []),
    ...takes.flatMap((name) => takingOf(stream, name)),
    ...repairs.flatMap((name) => repairOf(stream, name)),
  ];
}

const creationOf = (stream: string, name: string, subject?: string): string =>
  [`${API}.CONSUMER.CREATE.${stream}.${name}`, ...(subject === undefined ? [] : [subject])].join('.');

const ownConsumers = (stream: string): string[] =>
  ['INFO', 'MSG.NEXT', 'DELETE'].map((verb) => `${API}.CONSUMER.${verb}.${stream}.*`);

/**
 * After a gap the client makes its consumer anew, with the subject that has no name in it (nats 2.29.3,
 * `_resetOrderedConsumer`). The server asks for an answer on `$JS.FC` when the client falls behind.
 */
const ownWatches = (stream: string): string[] => [`${API}.CONSUMER.CREATE.${stream}`, `$JS.FC.${stream}.>`];

const takingOf = (stream: string, name: string): string[] => [
  `${API}.CONSUMER.INFO.${stream}.${name}`,
  `${API}.CONSUMER.MSG.NEXT.${stream}.${name}`,
  `$JS.ACK.${stream}.${name}.>`,
];

const repairOf = (stream: string, name: string): string[] => [
  `${API}.CONSUMER.INFO.${stream}.${name}`,
  `${API}.CONSUMER.DELETE.${stream}.${name}`,
  creationOf(stream, name, CONSUMERS.find((consumer) => consumer.stream === stream && consumer.name === name)?.subject),
];

/** The durable consumers that a service with these rights needs. */
export const consumersOf = ({ takes = [], repairs = [] }: Rights): string[] => [...new Set([...takes, ...repairs])];

/** The subjects with which the set-up makes a stream and its durable consumers, and changes their configuration. */
export const setUpSubjectsOf = (stream: string): string[] => [
  ...['INFO', 'CREATE', 'UPDATE'].map((verb) => `${API}.STREAM.${verb}.${stream}`),
  ...CONSUMERS.filter((consumer) => consumer.stream === stream).flatMap(({ name, subject }) => [
    `${API}.CONSUMER.INFO.${stream}.${name}`,
    creationOf(stream, name, subject),
  ]),
];
