import type { zhCity, zhDemo, zhImport } from './zh.ts'

export const enCity: typeof zhCity = {
  unknownSubject: (subject) => `There is no “city ${subject}”, only check.`,
  finding: (file, path, reason) => `${file}${path && ` at ${path}`}: ${reason}`,
  wrong: (count) => `${count} to be mended before a start; a city with mistakes is not used.`,
  city: (code, name, districts, streets) => `${code} ${name}: ${districts} districts, ${streets} streets and towns`,
  parameters: (total, examples) => `  ${total} parameters, ${examples} of them examples`,
  rules: (policies, services) => `  ${policies} policies, ${services} services`,
  heldRecords: (names) => `  note: records that no module knows, which other authorities have to state: ${names}`,
  demo: (agencies, employers, parks) => `  demo: ${agencies} agencies, ${employers} employers, ${parks} parks`,
}

export const enDemo: typeof zhDemo = {
  making: (city) =>
    `Making up ${city} to try out: organisations, people and postings are invented. This is done once …`,
  goingOn: (city) => `The making up of ${city} was interrupted: going on with it, in the same size …`,
  progress: { people: 'accounts', postings: 'postings and applications', talents: 'profiles' },
  intro:
    'These records are made up. Sign in as one of these: type the phone, the code is shown on the sign-in page; officers also need the secret for the second factor.',
  columns: ['role', 'phone', 'name', 'organisation or district', 'secret of the second factor'],
  wholeCity: 'whole city',
  roles: {
    administrator: 'administrator (bureau)',
    districtOfficer: 'district officer',
    employerOwner: 'employer, owner',
    employerRecruiter: 'employer, recruiter',
    employerViewer: 'employer, viewer',
    agencyOwner: 'agency',
    parkOperator: 'park operator',
    schoolOwner: 'school',
    seeker: 'job seeker',
    counter: 'counter (services)',
    reviewer: 'reviewer (services)',
    approver: 'approver (services)',
    cashier: 'cashier',
    secondCashier: 'cashier who releases',
  },
}

export const enImport: typeof zhImport = {
  unknownSubject: (subject) => `Cannot import “${subject}”, only a register or jobs.`,
  badCity: (code) => `There is no city ${code}; look at --city or CITY.`,
  badServer: (value) => `--server takes an address like http://127.0.0.1:8080, not “${value}”.`,
  reading: (path) => `importing ${path}`,
  counts: (read, created, updated, unchanged, rejected) =>
    `read ${read} rows = ${created} new + ${updated} changed + ${unchanged} as before + ${rejected} rejected`,
  rejects: (path) => `  rejected rows and why: ${path}`,
  columns: ['line', 'column', 'value', 'reason'],
  refused: (detail) => `${detail}. Nothing was imported.`,
  serverSays: (detail) => `The server refused: ${detail}. Nothing was imported.`,
  brokenOff: (read, rows) =>
    `the import broke off after ${read} of ${rows} rows; what was written stays, and the file may be imported again.`,
  serverAway: (address) => `${address} does not answer; look at --server and whether the platform runs.`,
  inUse:
    'To import into a running platform set RENSHU_TOKEN (token of somebody who signed in) and name it by --server.',
  waiting: (count) => `  ${count} of the postings wait for moderation`,
  speed: (rows, seconds) => `  ${seconds} s, ${rows} rows a second`,
  inNameOf: (name) => `importing in the name of the demo account ${name}`,
  organisationNeeded: 'Name whose postings these are with --organisation (the id in the address of its page).',
  notOrganisation: (id) => `--organisation takes the id of an organisation, not “${id}”.`,
  brokenOffAt: (read, problem) =>
    `the import broke off at row ${read}: ${problem}. What was written stays, and the file may be imported again.`,
}
