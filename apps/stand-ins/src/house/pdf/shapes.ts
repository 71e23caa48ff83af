import { points } from './sheet.js';

/** Content stream operators for the forms' shapes; points from the top left. */
export function filledBand(left: number, top: number, right: number, bottom: number, gray: number): string {
  return `${gray} g ${box(left, top, right, bottom)} f 0 g`;
}

export function strokedBox(left: number, top: number, right: number, bottom: number, gray: number): string {
  return `${gray} G 0.75 w ${box(left, top, right, bottom)} S 0 G`;
}

/** A rule as in the forms: a thin filled band. */
export function rule(left: number, right: number, y: number, gray: number): string {
  return filledBand(left, y, right, y + 0.75, gray);
}

const BOX_SIDE = 9;
const CORNER = 1.5;

/** The newer form's check box, drawn with vectors. A ticked one is filled, without an outline, with a white tick. */
export function checkBox(left: number, middle: number, isTicked: boolean): string {
  const outline = roundedSquare(left, middle - BOX_SIDE / 2);
  if (!isTicked) return `0.46 G 1 g 0.75 w ${outline} f ${outline} S 0 G 0 g`;
  // Measured on real documents: 2.6 and 5.2 px across, 2.6 down, 6.5 up, from a point 2.6 px inside the box.
  const [x, y] = [left + 1.95, middle + 0.4];
  const tick = `${points(x)} ${points(y)} m ${points(x + 1.95)} ${points(y + 1.95)} l ${points(x + 5.85)} ${points(y - 2.93)} l`;
  return `0.66 g ${outline} f 1 G 1.2 w ${tick} S 0 G 0 g`;
}

/** The newer form's radio button. */
export function radioButton(left: number, middle: number, isChosen: boolean): string {
  const outline = circle(left + 5, middle, 5);
  const dot = isChosen ? ` 0.66 g ${circle(left + 5, middle, 2.5)} f` : '';
  return `0.66 G 0.75 w ${outline} S${dot} 0 G 0 g`;
}

export const bullet = (x: number, middle: number): string => `0 G 0.75 w ${circle(x, middle, 1.9)} S`;

function roundedSquare(left: number, top: number): string {
  const [right, bottom] = [left + BOX_SIDE, top + BOX_SIDE];
  const at = (x: number, y: number): string => `${points(x)} ${points(y)}`;
  const corner = (x: number, y: number, toX: number, toY: number): string =>
    `${at(x, y)} ${at(x, y)} ${at(toX, toY)} c`;
  return [
    `${at(left + CORNER, top)} m ${at(right - CORNER, top)} l ${corner(right, top, right, top + CORNER)}`,
    `${at(right, bottom - CORNER)} l ${corner(right, bottom, right - CORNER, bottom)}`,
    `${at(left + CORNER, bottom)} l ${corner(left, bottom, left, bottom - CORNER)}`,
    `${at(left, top + CORNER)} l ${corner(left, top, left + CORNER, top)} h`,
  ].join(' ');
}

/** Distance of a quarter circle's control points, per radius. */
const CIRCLE_CONTROL = 0.5523;

function circle(x: number, y: number, radius: number): string {
  const c = radius * CIRCLE_CONTROL;
  const at = (dx: number, dy: number): string => `${points(x + dx)} ${points(y + dy)}`;
  return [
    `${at(radius, 0)} m`,
    `${at(radius, c)} ${at(c, radius)} ${at(0, radius)} c`,
    `${at(-c, radius)} ${at(-radius, c)} ${at(-radius, 0)} c`,
    `${at(-radius, -c)} ${at(-c, -radius)} ${at(0, -radius)} c`,
    `${at(c, -radius)} ${at(radius, -c)} ${at(radius, 0)} c h`,
  ].join(' ');
}

function box(left: number, top: number, right: number, bottom: number): string {
  return `${points(left)} ${points(top)} ${points(right - left)} ${points(bottom - top)} re`;
}
