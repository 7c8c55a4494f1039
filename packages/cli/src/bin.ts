#!/usr/bin/env node
import process from 'node:process';
import { nodeIo } from './node-io.js';
import { run } from './run.js';

// The code is set, not exited with, so that what is still on its way to a pipe gets there.
process.exitCode = await run(process.argv.slice(2), nodeIo(process));
