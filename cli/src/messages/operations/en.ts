import type { OperationsMessages } from './zh.ts'

/** What the commands that run an installation say, in English. */
export const enOperations: OperationsMessages = {
  badSettings: (detail) =>
    `mend these environment variables and run again (docs/operating.md explains them):\n${detail}`,
  folderInUse: (pid) => `the data folder is in use by process ${pid}; stop it first or choose another DATA_DIR.`,
  clockOfUse: () =>
    'these are records in use, whose clock is never put ahead. Leave CLOCK_AHEAD out, or choose an empty DATA_DIR.',
  clockBehind: (days) =>
    `these records were kept under a clock ${days} days ahead, and time goes forward only: an earlier clock may not open them. In development go on with DEVELOPMENT=on and CLOCK_AHEAD=${days} or more; or choose an empty DATA_DIR.`,
  migrationMismatch: (detail) =>
    `database and program are of different versions, nothing was changed; use the version that fits: ${detail}`,
  databaseAway: (reason) => `the database does not answer; check DATABASE_URL and that it runs: ${reason}`,
  databaseRefused: (reason) => `the database does not let us in: ${reason}`,
  notMigrated: () => 'there are no tables in the database yet; run renshu migrate first.',
  portTaken: (port) => `port ${port} is taken; choose another PORT or stop the program that has it.`,
  running: (address) => `Renshu is running: ${address} (Ctrl+C stops it)`,
  stopping: () => 'stopping; requests under way are finished …',
  migrated: (names) =>
    names.length ? `the database was upgraded by ${names.length} steps:` : 'the database is up to date; nothing to do.',
  wrongKey: {
    other:
      'the records are not sealed with this DATA_KEY. Set the former key again; or, to exchange it, stop the platform, put the former key into DATA_KEY_OLD and run renshu reseal.',
    unfinished:
      'the exchange of the data key is not done. Set DATA_KEY and DATA_KEY_OLD and run renshu reseal again; it goes on where it was.',
    former: 'this DATA_KEY was in use before and has been exchanged. Make another with openssl rand -hex 32.',
    unknown: 'DATA_KEY_OLD does not hold the key in use, so it cannot be exchanged; nothing was changed.',
  },
  resealing: (table, rows) => `${table}: ${rows} rows read so far`,
  resealed: (rows, changed) =>
    `The new data key is in use: ${rows} rows read, ${changed} sealed anew. Keep the new key safe, and the former one until every backup made with it is deleted.`,
  backedUp: (path, tables, rows, files) => `saved to ${path}: ${tables} tables, ${rows} rows, ${files} files.`,
  keyNotInside: () =>
    'Note: the data key is not in the backup. Without it, phones, resident ids and other sealed fields cannot be read; keep DATA_KEY (or DATA_DIR/data.key) somewhere else.',
  restored: (path, tables, rows, files) =>
    `restored from ${path}: ${tables} tables, ${rows} rows, ${files} files; compared table by table, equal to the backup.`,
  refused: {
    notABackup: () => 'this file is no backup of Renshu.',
    newerFormat: () => 'this backup was made by a newer version; restore it with that version.',
    torn: () => 'the backup is incomplete or was changed; nothing was restored. Use another one.',
    unknownMigration: (name) => `the backup needs a version of the database (${name}) that this program does not know.`,
    notEmpty: (table) =>
      `only an empty database is restored into, and ${table} holds something; make a new database or choose another DATA_DIR.`,
    otherKey: () =>
      'the data key is not the one of the backup: phones and other sealed fields could not be read. Set the former DATA_KEY (or put data.key back); when it is lost, add --accept-other-key.',
    differs: (table) => `${table} was not equal to the backup after restoring; all was undone.`,
    fileLost: (hash) => `the uploaded file ${hash} is missing or damaged in the file store; no backup was made.`,
  },
  unknownTask: (verb, task, tasks) => `“${verb} ${task}” cannot be done; possible: ${tasks.join(', ')}.`,
  officerAdded: (name) =>
    `${name} is an officer now: sign-in by phone code, with the second factor set up at the first sign-in.`,
  officerInput: (fields) =>
    `Nobody was appointed: ${fields.map((field) => `--${field}`).join(', ')} is not right (phone of 11 digits, name of at most 40 characters, district of 6 digits).`,
  officerRefused: ({ en }) => `Nobody was appointed: ${en}.`,
  unknownCity: (city, known) => `There is no city ${city}; known are ${known.join(', ')}.`,
  badHead: (value) => `--head is CITY:BATCH:HASH, e.g. 370200:12:ab34…, not “${value}”.`,
  noLedger: () => 'the ledger holds nothing yet.',
  sealed: (city, batches, entries) =>
    `${city}: ${entries} entries sealed in ${batches} new batches. Head of the chain (keep it elsewhere; --head compares):`,
  nothingToSeal: (city) => `${city}: nothing waits to be sealed.`,
  whole: (city, entries, batches, unsealed) =>
    `${city}: the ledger is whole. ${entries} entries, ${batches} batches, ${unsealed} entries not yet sealed.`,
  ledgerDiffers: (city, found) => `${city}: the ledger differs from what was sealed in ${found} places:`,
  more: (count) => `… and ${count} more`,
  differences: (count) => `the ledger did not pass: ${count} differences.`,
  chainProblem: (problem) => {
    switch (problem.kind) {
      case 'entryChanged':
        return `entry ${problem.seq} (${problem.entryId}) was changed`
      case 'entryMissing':
        return `entry ${problem.seq} (batch ${problem.batch}) is gone`
      case 'entryAdded':
        return `entry ${problem.seq} (${problem.entryId}) was put into the range of batch ${problem.batch} after sealing`
      case 'batchChanged':
        return `batch ${problem.batch} was changed, or entries of it were exchanged together with their hashes`
      case 'batchMissing':
        return `batch ${problem.batch} is gone`
      case 'chainBroken':
        return `batch ${problem.batch} does not continue the one before`
      case 'headDiffers':
        return `the given head (batch ${problem.batch}) is no longer in the chain: it was cut off or made anew`
    }
  },
  citusMissing: (isInstalled) =>
    isInstalled
      ? 'this database has not enabled Citus; run create extension citus in it as administrator and try again.'
      : 'this database server has no Citus extension; one machine needs none. --dry-run shows the statements.',
  needsServer: () =>
    'the embedded database cannot be distributed; name a PostgreSQL with Citus by DATABASE_URL. --dry-run shows the statements.',
  distributed: (tables, local) => `${tables} tables were distributed by city, ${local} stay on the coordinator.`,
}
