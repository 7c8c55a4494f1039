// The kill test by one command: `node packages/stores/scripts/kill.mjs [--rounds 200]`. Writers, and PostgreSQL's server, are killed
// at random moments; what was acknowledged must be there after. FC_SEED chooses other moments.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, help: { type: 'boolean', default: false } } });
if (values.help) {
  console.log(
    'node packages/stores/scripts/kill.mjs [--rounds 20]\n\nFC_SEED=<number> chooses other moments; a round that fails says which it was.',
  );
  process.exit(0);
}
const root = fileURLToPath(new URL('../../..', import.meta.url));
const { status } = spawnSync('npx', ['vitest', 'run', 'packages/stores/test/kill.test.ts', '--reporter=verbose'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DRIFTBOK_KILL_ROUNDS: values.rounds },
});
process.exitCode = status ?? 1;
