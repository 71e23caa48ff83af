export * from './forms/form-versions.js';
export * from './image/grey-image.js';
export * from './layout/sheet-layout.js';
export * from './reading/scan-reading.js';
export * from './text/text-recogniser.js';
