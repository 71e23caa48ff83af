/** Everywhere that sends members: fifty states, and six that send delegates to the House. */
const STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU AS VI MP'
  ).split(' '),
);

export const isState = (code: string): boolean => STATES.has(code);
