import { expect, it } from 'vitest';
import { gatewayName, savedKeysFolder } from './saved-keys.js';

it('knows a gateway by its URL, however it is spelled', () => {
  expect(gatewayName('https://Rotunda.example.org:443/')).toBe('https://rotunda.example.org');
  expect(gatewayName('http://127.0.0.1:8080/behind/')).toBe('http://127.0.0.1:8080/behind');
  expect(gatewayName('http://rotunda.example.org')).not.toBe(gatewayName('https://rotunda.example.org'));
});

it('keeps them below XDG_CONFIG_HOME, which a relative path is not', () => {
  expect(savedKeysFolder({ XDG_CONFIG_HOME: '/etc/mine' })).toBe('/etc/mine/rotunda');
  expect(savedKeysFolder({ XDG_CONFIG_HOME: 'mine' })).toMatch(/^\/.*\/\.config\/rotunda$/);
});
