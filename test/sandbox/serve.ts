import { listen } from './listen';
import { openSandbox } from './open-sandbox';
import { readSettings } from './settings';

/** Entry of `npm start`. Everything is set by the environment (settings.ts). */
const settings = readSettings(process.env);
const sandbox = await openSandbox(settings, () => new Date());
const listening = await listen(sandbox, settings.port, settings.host).catch((error: NodeJS.ErrnoException) => {
  const busy = error.code === 'EADDRINUSE';
  console.error(busy ? `Le port ${settings.port} est déjà pris : choisissez-en un autre avec PORT.` : error);
  process.exit(1);
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await listening.close();
  await sandbox.close();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());

console.log(`Prêt : http://localhost:${listening.port}`);
