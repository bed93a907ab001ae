import type { Same } from '../same.ts'
import type { bureau as zh } from '../zh/bureau.ts'

export const bureau: Same<typeof zh> = {
  rooms: {
    home: 'Home',
    '/bureau/verifications': 'Verification',
    '/bureau/licences': 'Licences and filings',
    '/bureau/ledger': 'Ledger entries',
    '/bureau/ledger/totals': 'Ledger totals',
    '/bureau/ledger/chain': 'Seals and verification',
  },
  home: {
    lead: 'What waits for you today, the first due first.',
    verifications: 'Verifications waiting',
    verificationsText:
      'Applications for verification in your area that are handed in and not decided; each counted once.',
    licences: 'Licences and filings waiting',
    licencesText: 'Licences and filings in your area that are neither confirmed nor sent back; each counted once.',
    cases: 'cases',
    open: 'Go to work',
    soon: 'Complaints, subsidies and gradings will gather here, ordered by their clock.',
  },
  inbox: {
    lead: 'The first due first. Arrow keys choose, Enter opens.',
    state: 'State',
    dueOn: 'Due',
    dueOnText:
      'The last working day, counted from the day it was handed in; the number of days is a parameter of the city.',
    overdue: 'overdue',
    round: 'Round',
    none: 'No applications are waiting',
    noneText: 'New ones will appear here.',
  },
  licences: {
    lead: 'Licences and filings that agencies have registered. Once confirmed they count for the standing.',
    none: 'No licences are waiting',
    noneText: 'New ones appear here once an agency has registered them.',
    confirmed: 'Confirm',
    refused: 'Send back',
  },
  file: { lead: 'Application {{round}}', application: 'Application' },
  checks: {
    title: 'Checked automatically',
    passed: 'Passed',
    look: 'Please look',
    creditCode: 'Check digit of the credit code',
    creditCodeDistrict: 'The registry in the code fits the district',
    name: 'The name equals the register’s',
    licence: 'Licence or filing is in force',
    duplicateName: 'Nobody else has this name',
    practitioners: 'Practitioners are registered',
  },
  phone: {
    show: 'Show the phone in full',
    reason: 'Reason',
    hint: 'The reason and your name are recorded for supervision.',
  },
  decision: {
    title: 'Decision',
    decision: 'Result',
    accepted: 'Accept',
    refused: 'Refuse',
    reason: 'Reason',
    reasonHint:
      'A refusal needs its reason, which the organisation reads: what is missing, by which clause, how to mend it.',
    go: 'Decide',
    done: 'Decided',
    ownCase: 'You belong to this organisation; another officer decides.',
  },
}
