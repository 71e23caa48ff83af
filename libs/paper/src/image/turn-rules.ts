import type { Rotation } from './grey-image.js';
import type { Rule, Rules } from './rules.js';

/** The lines of a picture once it is turned clockwise. */
export function turnRules(rules: Rules, rotation: Rotation, size: { width: number; height: number }): Rules {
  if (rotation === 0) return rules;
  if (rotation === 270) return turnRules(turnRules(rules, 90, size), 180, { width: size.height, height: size.width });
  const { horizontal, vertical } = rules;
  if (rotation === 180) {
    return {
      horizontal: horizontal.map((rule) => reversed(rule, size.width, size.height)),
      vertical: vertical.map((rule) => reversed(rule, size.height, size.width)),
    };
  }
  return {
    horizontal: vertical.map((rule) => ({
      ...reversed(rule, size.height, 0),
      middle: rule.middle,
      slope: -rule.slope,
    })),
    vertical: horizontal.map((rule) => ({ ...rule, middle: size.height - rule.middle, slope: -rule.slope })),
  };
}

const reversed = (rule: Rule, along: number, across: number): Rule => ({
  ...rule,
  start: along - rule.end,
  end: along - rule.start,
  middle: across - rule.middle,
});
