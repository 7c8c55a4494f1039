import { describeContract, describeModel } from '../support/stores.js';
import { newPath, openFile } from '../support/files.js';

describeContract('SQLite, a file', async () => openFile(newPath(), { pollEvery: 5 }));
describeModel('SQLite, in memory', async () => openFile(':memory:'), 100);
describeModel('SQLite, a file', async () => openFile(newPath()), 30);
