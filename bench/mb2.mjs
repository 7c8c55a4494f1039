import Libsql from 'libsql'; import { mkdtempSync } from 'node:fs';
const dir = mkdtempSync('/tmp/prof/');
const N=20000;
const line='x'.repeat(560);
const rows=Array.from({length:N},(_,n)=>['bench',n+1,`0198617c-0000-7000-8000-${n.toString(16).padStart(12,'0')}`,`outcome/2025-${n%12}`,Math.floor(n/12)+1,'OutcomePosted','2025-08-01T00:00:00.000Z','0'.repeat(64),line+n]);
const schema=(wr)=>`CREATE TABLE events (ledger TEXT NOT NULL,position INTEGER NOT NULL,id TEXT NOT NULL,stream TEXT NOT NULL,version INTEGER NOT NULL,type TEXT NOT NULL,recorded_at TEXT NOT NULL,hash TEXT NOT NULL,line TEXT NOT NULL,${wr?'PRIMARY KEY':'UNIQUE'} (ledger, position),UNIQUE (ledger, id),UNIQUE (ledger, stream, version)) ${wr?'WITHOUT ROWID':''};CREATE INDEX events_redacting ON events (ledger, json_extract(line, '$.data.event')) WHERE type = 'TextRedacted';`;
let f=0;
function time(name,prag,wr){ const out=[];for(let r=0;r<4;r++){const d=new Libsql(dir+`/${f++}.db`);for(const p of prag)d.exec('PRAGMA '+p);d.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');d.exec(schema(wr));
const s=d.prepare('INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)');let t=performance.now();let tc=0;for(let b=0;b<N;b+=1000){d.exec('BEGIN IMMEDIATE');for(const x of rows.slice(b,b+1000))s.run(x);const t0=performance.now();d.exec('COMMIT');tc+=performance.now()-t0}out.push(((performance.now()-t)*1000/N).toFixed(1)+'('+(tc*1000/N).toFixed(1)+')');d.close();}console.log(name,out.join(' '));}
time('base',[]);
time('page8k',['page_size=8192']);
time('page16k',['page_size=16384']);
time('ckpt4000',['wal_autocheckpoint=4000']);
time('ckpt4000+8k',['wal_autocheckpoint=4000','page_size=8192']);
time('secure_delete',['secure_delete=ON']);
time('cache32M',['cache_size=-32000']);
time('wr',[],1);
time('wr8k',['page_size=8192'],1);
