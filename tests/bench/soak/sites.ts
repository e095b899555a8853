import { startCounty } from '#county';

// Runs as a process of its own: the thirteen sites of the sample county, until it is told to stop. Prints their register.
const county = await startCounty({ slowMs: 3000 });
process.stdout.write(`${JSON.stringify(county.organisationsCsv)}\n`);
process.once('SIGTERM', () => void county.close().then(() => process.exit(0)));
