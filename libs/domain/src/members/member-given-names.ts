/** Given names that one person goes by. Common ones only: for a rare one a person decides, once. */
const GROUPS = `
  abraham abe
  albert al bert
  alexander alex sandy
  alfred al fred
  andrew andy drew
  anthony tony
  barbara barb
  benjamin ben benny
  bernard bernie bernardo
  bradley brad
  charles charlie chuck chas
  christopher chris
  christine christina chris tina
  cynthia cindy
  daniel dan danny
  david dave
  deborah debra deb debbie
  donald don donny
  dorothy dot
  edward ed eddie ted ned
  elizabeth liz beth betsy betty lisa eliza lizzie
  emanuel manny
  eugene gene
  francis frank fran
  frederick frederica fred
  gerald gerry jerry
  gilbert gil
  gregory greg
  gustavus gus
  harold hal harry
  henry hank harry
  jacklyn jacqueline jackie jacky
  james jim jimmy jamie
  janice jan
  jeffrey jeff geoff
  jerome jerry
  john jack johnny jon
  jonathan jon
  joseph joe joey
  joshua josh
  judith judy
  katherine kathryn catherine kathy kate katie cathy kay
  kenneth ken kenny
  lawrence laurence larry
  leonard len lenny
  louis lou louie luis
  margaret maggie meg peggy marge margie
  martin marty
  matthew matt
  melissa missy
  michael mike mick mickey michel
  mitchell mitch
  nicholas nick
  nathaniel nathan nate nat
  pamela pam
  patrick patricia pat
  patricia patty patsy
  peter pete
  philip phillip phil
  randall randolph randy
  raymond ray
  rebecca becky
  richard rick rich dick ricky
  robert rob bob bobby robbie
  rodney rod
  ronald ron ronnie
  rudolph rudy
  rafael raphael raul
  russell russ
  samuel samantha sam
  sharon shari
  stephen steven steve
  stephanie steph
  susan susie suzanne sue suzy
  terrance terence terrence terry
  theodore ted teddy theo
  thomas tom tommy thom
  timothy tim
  valerie val
  victoria vicky vicki
  vincent vince vin
  vernon vern
  virginia ginny
  walter walt
  wesley wes
  william bill will billy willie wm`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

const GROUPS_OF = new Map<string, Set<number>>();
GROUPS.forEach((names, group) => {
  for (const name of names) GROUPS_OF.set(name, (GROUPS_OF.get(name) ?? new Set()).add(group));
});

/** `Dan` is short for `Daniel`; with two letters `Jo` would be both Joseph and Joan. */
const SHORTEST_SHORT_FORM = 3;

/** Whether two different words may be the same person's given name: by a common nickname, or one cut short. */
export function mayBeTheSameGivenName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= SHORTEST_SHORT_FORM && long.startsWith(short)) return true;
  const groups = GROUPS_OF.get(a);
  return groups !== undefined && [...(GROUPS_OF.get(b) ?? [])].some((group) => groups.has(group));
}
