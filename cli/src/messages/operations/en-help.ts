import type { OperationsHelp } from '../help-texts.ts'

export const enOperationsHelp: OperationsHelp = {
  start: {
    summary: 'start the platform: site, API, background work',
    about: [
      'All settings come from environment variables, see docs/operating.md. Without DATABASE_URL the embedded database in DATA_DIR is used. The database is upgraded at start.',
      'In an empty data folder a city is made up first, and the accounts to try it with are listed; codes are shown on screen. Not beside PUBLIC_URL or DATABASE_URL.',
      'Ctrl+C stops: no new requests, those under way are finished; a second one ends at once.',
    ],
    operands: {},
    options: {
      'demo-size': 'large makes 200,000 people and 50,000 open postings and tells how far it is; default usual',
      'demo-agencies': 'agencies of the made-up city; default as its folder says, 2845 for 青岛',
      'demo-employers': 'employers of the made-up city; default as its folder says, 6000 for 青岛',
      'demo-talents': 'people who look for work in the made-up city; default 5000 for 青岛, fewer beside few employers',
      'demo-postings':
        'open postings of the made-up city, beside those closed within the year; default 2000 for 青岛, fewer beside few employers',
      'no-demo': 'make up nothing',
    },
    examples: [
      ['renshu start', 'a trial on http://127.0.0.1:8080'],
      ['PORT=80 HOST=0.0.0.0 DATABASE_URL=postgres://… DATA_KEY=… renshu start', 'production'],
    ],
  },
  migrate: {
    summary: 'upgrade the database to this version without starting',
    about: ['Each step is one transaction, so an interrupted one leaves no trace; of several processes one does it.'],
    operands: {},
    options: {},
    examples: [['renshu migrate', '']],
  },
  reseal: {
    summary: 'exchanges the data key: seals sensitive fields with the new one',
    about: [
      'Stop every process of the platform and back up first. DATA_KEY is the new key, DATA_KEY_OLD the one before (several by comma, newest first).',
      'It goes by batches of a thousand rows; broken off, run it again and it goes on. The platform does not start until it is done.',
    ],
    operands: {},
    options: {},
    examples: [['DATA_KEY=new DATA_KEY_OLD=old renshu reseal', '']],
  },
  backup: {
    summary: 'save all data and uploaded files into one file',
    about: [
      'Everything as of one instant. On PostgreSQL the platform keeps running; with the embedded database stop it first. The data key is not in the backup: keep it elsewhere.',
    ],
    operands: { FILE: 'where to; it appears when it is whole' },
    options: {},
    examples: [['renshu backup 2026-03-01.renshu.gz', '']],
  },
  restore: {
    summary: 'restore a backup into an empty database and compare table by table',
    about: [
      'Between both kinds of database in either direction. All of it or nothing. Set the DATA_KEY of the backup first.',
    ],
    operands: { FILE: 'the backup' },
    options: { 'accept-other-key': 'go on with another data key; sealed fields cannot be read then' },
    examples: [['DATA_DIR=new-folder renshu restore 2026-03-01.renshu.gz', '']],
  },
  ledger: {
    summary: 'verify that the ledger was not tampered with, or seal new entries',
    about: [
      'verify computes every hash again and names entries and batches that were changed, removed or added; any ends the run with 1.',
      'seal seals what waits and prints the head of the chain. Keep it elsewhere: --head finds a chain that was cut off.',
    ],
    operands: { 'verify|seal': 'verify or seal' },
    options: { head: 'a head noted before, CITY:BATCH:HASH; one for each city', json: 'a line of JSON for each city' },
    examples: [
      ['renshu ledger verify', ''],
      ['renshu ledger verify --head 370200:12:ab34…', 'and compare with an older head'],
    ],
  },
  officer: {
    summary: 'appoint an officer; the first administrator of a new installation can be appointed only here',
    about: [
      'Run it on the machine of the server. Officers sign in by phone code and set up their second factor at the first sign-in. Stop the server first where the database is embedded.',
    ],
    operands: { add: 'add one' },
    options: {
      phone: 'mobile phone',
      name: 'name',
      district: 'code of the district, e.g. 370202; the whole city without it',
      administrator: 'may manage other officers and settings',
      city: 'code of the city; the setting CITY without it',
    },
    examples: [
      ['renshu officer add --phone 13900000000 --name 张三 --administrator', 'administrator of the whole city'],
    ],
  },
  db: {
    summary: 'distribute the database over several machines by city (Citus)',
    about: [
      'The distribution column is city: the records of one city lie on one machine. Empty and filled databases alike; all of it or nothing.',
    ],
    operands: { distribute: 'what to do: distribute' },
    options: { 'dry-run': 'print the statements without running them; needs no Citus' },
    examples: [['renshu db distribute --dry-run', '']],
  },
}
