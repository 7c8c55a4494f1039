#!/usr/bin/env node
import { nodeIo } from './node-io.js';
import { run } from './run.js';

// A reader such as `head` that has seen enough closes the pipe: nobody is left to write to, and nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// The code is set, not exited with, so that what is still on its way to a pipe gets there.
process.exitCode = await run(process.argv.slice(2), nodeIo(process));
