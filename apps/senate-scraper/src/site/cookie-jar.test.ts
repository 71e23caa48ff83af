import { expect, it } from 'vitest';
import { CookieJar } from './cookie-jar.js';

const setting = (...lines: string[]): Headers => new Headers(lines.map((line) => ['set-cookie', line]));

it('sends what the site set, whatever its name', () => {
  const jar = new CookieJar();
  jar.store(setting('csrftoken=abc; Path=/; SameSite=Lax', '33a5c6d97f299a223cb6fc3925909ef7=x==; HttpOnly'));
  expect(jar.toString()).toBe('csrftoken=abc; 33a5c6d97f299a223cb6fc3925909ef7=x==');
  expect(jar.get('csrftoken')).toBe('abc');
});

it('takes the newest value of a cookie, and drops one that is taken back', () => {
  const jar = new CookieJar();
  jar.store(setting('a=1', 'b=1'));
  jar.store(setting('a=2; Max-Age=3600', 'b=; Max-Age=0; Path=/'));
  expect(jar.toString()).toBe('a=2');
});

it('forgets all of it when told to', () => {
  const jar = new CookieJar();
  jar.store(setting('a=1'));
  jar.clear();
  expect(jar.toString()).toBe('');
  expect(jar.get('a')).toBeUndefined();
});
