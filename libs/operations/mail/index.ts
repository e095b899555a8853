export * from './account-mail.js';
export * from './mail-round.js';
export * from './mailer.js';
