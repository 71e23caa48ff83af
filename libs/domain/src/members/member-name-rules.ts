import { mayBeTheSameGivenName } from './member-given-names.js';

/** Given names in order, e.g. [earl, leroy]. A member has several: first and middle name, nickname, … */
export type GivenNames = string[];

/** One way in which the names of a filer and a member agree. */
export interface NameRule {
  name: 'full-name' | 'name' | 'nickname' | 'middle-name' | 'initial';
  /** 0 to 1; multiplied with the score of the place. */
  score: number;
  holds(filer: GivenNames, member: GivenNames[]): boolean;
}

const isInitial = (word: string): boolean => word.length === 1;
const leads = (a: GivenNames, b: GivenNames): boolean => a[0] !== undefined && !isInitial(a[0]) && a[0] === b[0];

/** For names whose surnames agree already; the surest rule first. */
export const NAME_RULES: NameRule[] = [
  {
    name: 'full-name',
    score: 1,
    holds: (filer, member) => member.some((form) => agreesInBoth(filer, form)),
  },
  { name: 'name', score: 0.98, holds: (filer, member) => member.some((form) => leads(filer, form)) },
  { name: 'nickname', score: 0.95, holds: (filer, member) => member.some((form) => leadsByNickname(filer, form)) },
  { name: 'middle-name', score: 0.9, holds: (filer, member) => member.some((form) => shareAWord(filer, form)) },
  { name: 'initial', score: 0.8, holds: (filer, member) => member.some((form) => leadsByInitial(filer, form)) },
];

/** The first two names agree. In each pair one may be an initial, but not both: `K. Michael`, `Thomas H.`. */
function agreesInBoth([first, second]: GivenNames, [memberFirst, memberSecond]: GivenNames): boolean {
  if (!first || !second || !memberFirst || !memberSecond) return false;
  const isSpelledOut = !isInitial(first) || !isInitial(second);
  return first === memberFirst && isSpelledOut && (second === memberSecond || beginsAs(second, memberSecond));
}

function leadsByNickname([filer]: GivenNames, [member]: GivenNames): boolean {
  if (filer === undefined || member === undefined || isInitial(filer) || isInitial(member)) return false;
  return mayBeTheSameGivenName(filer, member);
}

/** `A. Mitchell McConnell` and Mitch McConnell, `Scott Franklin` and C. Scott Franklin. */
function shareAWord(filer: GivenNames, member: GivenNames): boolean {
  const words = member.filter((word) => !isInitial(word));
  return filer.some(
    (word) => !isInitial(word) && words.some((other) => word === other || mayBeTheSameGivenName(word, other)),
  );
}

/** `Ro` is as good as an initial for Rohit. */
const leadsByInitial = ([filer]: GivenNames, [member]: GivenNames): boolean =>
  filer !== undefined && member !== undefined && beginsAs(filer, member);

const LONGEST_INITIAL = 2;

/** One of them is an initial, or little more, and the other begins with it. */
function beginsAs(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length <= LONGEST_INITIAL && long.startsWith(short);
}
