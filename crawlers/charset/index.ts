export * from './decode-body.js';
