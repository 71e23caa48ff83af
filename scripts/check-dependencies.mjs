import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { licenceFaults } from './licences.mjs';

/**
 * `npm run check:dependencies`: licences and known vulnerabilities of what we ship. Where the registry gives no answer
 * on vulnerabilities, that is said and is not a failure: many mirrors have no audit.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const AUDIT = ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=10000'];
/** No longer than the compiler takes, which runs meanwhile. */
const AUDIT_WITHIN_MS = 20_000;

const say = (line) => process.stdout.write(`${line}\n`);

function checkLicences() {
  const faults = licenceFaults(JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')));
  say(faults.length === 0 ? 'Licences: all known.' : `Licences:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return faults.length === 0;
}

function checkVulnerabilities() {
  const { stdout } = spawnSync('npm', AUDIT, { cwd: ROOT, encoding: 'utf8', timeout: AUDIT_WITHIN_MS });
  const report = parsed(stdout);
  if (!report?.vulnerabilities) {
    say(`Vulnerabilities: not checked, as the registry gives no answer (${report?.message ?? 'none in time'}).`);
    return true;
  }
  const grave = Object.values(report.vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity));
  say(grave.length === 0 ? 'Vulnerabilities: none that is high or critical.' : 'Vulnerabilities:');
  for (const { name, severity, range } of grave) say(`  ${name} ${range}: ${severity}; "npm audit" says more`);
  return grave.length === 0;
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const isFine = [checkLicences(), checkVulnerabilities()].every(Boolean);
process.exitCode = isFine ? 0 : 1;
