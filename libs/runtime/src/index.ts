export * from './availability.js';
export * from './clock.js';
export * from './closed-output.js';
export {
  type Agreement,
  type Complaint,
  ConfigurationError,
  readConfiguration,
  renderEnvExample,
  type Settings,
} from './settings/configuration.js';
export * from './settings/settings-in-effect.js';
export * from './full-disk.js';
export * from './health.js';
export * from './long-timer.js';
export * from './logs/readable-lines.js';
export * from './logs/redaction.js';
export * from './logs/work-context.js';
export * from './metrics.js';
export * from './nearest.js';
export * from './or-late.js';
export * from './process-usage.js';
export * from './service.js';
export * from './settings/setting-addresses.js';
export * from './settings/setting-quantities.js';
export * from './settings/settings.js';
export * from './tracing/settings.js';
export * from './tracing/spans.js';
export * from './tracing/trace-headers.js';
export * from './shared-reading.js';
export * from './version.js';
export * from './watchdog/watchdog.js';
