import Libsql from 'libsql'; import { mkdtempSync } from 'node:fs';
import { sqliteStore } from '@driftbok/stores'; import { orThrow } from '@driftbok/core';
import { execSync } from 'node:child_process';
const dir = mkdtempSync('/tmp/prof/'); const size=1000,batches=20;
const drafts = Array.from({ length: batches * size }, (_, n) => ({
  id: `0198617c-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  stream: `outcome/2025-${String((n % 12) + 1).padStart(2, '0')}`,
  type: 'OutcomePosted', schemaVersion: 1, recordedAt: '2025-08-01T00:00:00.000Z', actor: { role: 'controller', id: 'u-1' },
  data: { month: '2025-07', lines: { columns: ['ansvar', 'konto', 'month', 'amount'], rows: [['51', '5010', '2025-07', `-${n}.50`],['52', '3010', '2025-07', `${n}.00`]] } },
}));
const store = orThrow(await sqliteStore({ path: dir+'/a.db' }));
for (let i=0;i<batches;i++) orThrow(await store.append('bench', drafts.slice(i*size,(i+1)*size)));
const d=new Libsql(dir+'/a.db');
function q(name,sql,raw,f){const s=d.prepare(sql);if(raw)s.raw();let best=1e9;for(let r=0;r<5;r++){const t=performance.now();let c=0;for(let n=1;n<=20000;n+=1000){for(const row of s.all('bench',n,n+999))c+=f(row)}best=Math.min(best,(performance.now()-t)*1000/20000)}console.log(name,best.toFixed(2));}
const J=' FROM events e LEFT JOIN texts t ON t.ledger = e.ledger AND t.id = e.id WHERE e.ledger=? AND e.position BETWEEN ? AND ? ORDER BY e.position';
const P=' FROM events e WHERE e.ledger=? AND e.position BETWEEN ? AND ? ORDER BY e.position';
q('floor no parse','SELECT position,line'+P,0,r=>r.line.length);
q('floor parse','SELECT position,line'+P,0,r=>JSON.parse(r.line).stream.length);
q('line raw','SELECT position,line'+P,1,r=>r[1].length);
q('line blob','SELECT position,CAST(line AS BLOB) AS line'+P,0,r=>r.line.length);
q('line blob toString','SELECT position,CAST(line AS BLOB) AS line'+P,0,r=>Buffer.from(r.line).toString().length);
q('line blob latin? buffer view','SELECT position,CAST(line AS BLOB) AS line'+P,1,r=>r[1].toString().length);
q('hash||line blob raw','SELECT position,CAST(hash||line AS BLOB) AS line'+P,1,r=>r[1].toString().length);
q('full','SELECT e.position, CAST(e.line AS BLOB) AS line, CAST(e.hash AS BLOB) AS hash, CAST(t.text AS BLOB) AS text, CAST(t.salt AS BLOB) AS salt'+J,0,r=>Buffer.from(r.line).toString().length+Buffer.from(r.hash).toString().length);
q('full raw','SELECT e.position, CAST(e.line AS BLOB) AS line, CAST(e.hash AS BLOB) AS hash, CAST(t.text AS BLOB) AS text, CAST(t.salt AS BLOB) AS salt'+J,1,r=>r[1].toString().length+r[2].toString().length);
q('hash||line joined raw','SELECT e.position,CAST(e.hash||e.line AS BLOB) AS line,t.text,t.salt'+J,1,r=>r[1].toString().length);
q('group','SELECT CAST(group_concat(hash||line, char(10)) AS BLOB) FROM (SELECT hash,line'+P+')',1,r=>r[0].toString().split('\n').length);
const row=d.prepare('SELECT CAST(line AS BLOB) AS line FROM events LIMIT 1').all()[0].line;console.log(row.constructor.name, row.length);
const td=new TextDecoder();let t=performance.now();for(let i=0;i<100000;i++)td.decode(row);console.log('td',(performance.now()-t)/100);
t=performance.now();for(let i=0;i<100000;i++)Buffer.from(row).toString('utf8');console.log('Buffer.from',(performance.now()-t)/100);
t=performance.now();for(let i=0;i<100000;i++)Buffer.from(row.buffer,row.byteOffset,row.byteLength).utf8Slice();console.log('view',(performance.now()-t)/100);
const s=row.toString();t=performance.now();for(let i=0;i<100000;i++)JSON.parse(s);console.log('parse',(performance.now()-t)/100);
