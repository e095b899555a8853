export * from './public-data.js';
export * from './public-page.js';
export * from './public-remarks.js';
export * from './public-results.js';
