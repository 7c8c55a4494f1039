import Libsql from 'libsql'; import { mkdtempSync } from 'node:fs';
const dir = mkdtempSync('/tmp/prof/');
const N=20000;
const line='x'.repeat(560);
const rows=Array.from({length:N},(_,n)=>['bench',n+1,`0198617c-0000-7000-8000-${n.toString(16).padStart(12,'0')}`,`outcome/2025-${n%12}`,Math.floor(n/12)+1,'OutcomePosted','2025-08-01T00:00:00.000Z','0'.repeat(64),line+n]);
const schema=`CREATE TABLE events (ledger TEXT NOT NULL,position INTEGER NOT NULL,id TEXT NOT NULL,stream TEXT NOT NULL,version INTEGER NOT NULL,type TEXT NOT NULL,recorded_at TEXT NOT NULL,hash TEXT NOT NULL,line TEXT NOT NULL,UNIQUE (ledger, position),UNIQUE (ledger, id),UNIQUE (ledger, stream, version));CREATE INDEX events_redacting ON events (ledger, json_extract(line, '$.data.event')) WHERE type = 'TextRedacted';`;
let f=0;
function open(){const d=new Libsql(dir+`/${f++}.db`);d.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');d.exec(schema);return d;}
function time(name,setup){ for(let r=0;r<3;r++){const d=open();const fn=setup(d);const t=performance.now();for(let b=0;b<N;b+=1000){d.exec('BEGIN IMMEDIATE');fn(rows.slice(b,b+1000));d.exec('COMMIT');}const us=(performance.now()-t)*1000/N;if(r)console.log(name,us.toFixed(1));d.close();}}
time('single',d=>{const s=d.prepare('INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)');return rs=>{for(const r of rs)s.run(...r);}});
for(const k of [10,50,100])time('multi'+k,d=>{const s=d.prepare('INSERT INTO events VALUES '+Array(k).fill('(?,?,?,?,?,?,?,?,?)').join(','));return rs=>{for(let i=0;i<rs.length;i+=k)s.run(...rs.slice(i,i+k).flat());}});
time('json',d=>{const s=d.prepare(`INSERT INTO events SELECT json_extract(value,'$[0]'),json_extract(value,'$[1]'),json_extract(value,'$[2]'),json_extract(value,'$[3]'),json_extract(value,'$[4]'),json_extract(value,'$[5]'),json_extract(value,'$[6]'),json_extract(value,'$[7]'),json_extract(value,'$[8]') FROM json_each(?)`);return rs=>{s.run(JSON.stringify(rs));}});
time('singleArray',d=>{const s=d.prepare('INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)');return rs=>{for(const r of rs)s.run(r);}});
