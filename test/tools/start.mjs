// `npm start`: installs what is missing, builds what changed, serves app and sandbox at http://localhost:4173.
import { spawn } from 'node:child_process';
import { ensureDependencies, root } from './ensure-dependencies.mjs';

ensureDependencies();
const { ensureBuilt } = await import('./build.mjs');
const { nodeBundle } = await import('./node-bundle.mjs');
if (!ensureBuilt()) process.exit(1);
const server = spawn(process.execPath, [await nodeBundle('test/sandbox/serve.ts')], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
