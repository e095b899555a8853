export * from './accounts.js';
export * from './demo-accounts.js';
export * from './prepare-access.js';
export * from './print-trail.js';
export * from './second-factor.js';
export * from './sessions.js';
export { beginAttempt, signIn, takeBack, type SignIn, type SignInRequest } from './sign-in.js';
export * from './tokens.js';
export * from './trail.js';
