import {
  changeAgency,
  type Commanding,
  grantLicence,
  recordFiling,
  renewLicence,
  revokeLicence,
} from '../../registry/index.ts'
import type { Desk, OutcomeRunner, ReachedIn } from '../ports.ts'
import { commandingOf, firmOf, listOf, textOf, type With } from './given.ts'

const paperOf = (desk: Desk, theCase: ReachedIn) => ({
  organisationId: firmOf(desk, theCase),
  code: theCase.code,
  on: theCase.on,
})

type Run = (commanding: Commanding, paper: ReturnType<typeof paperOf>, given: With) => Promise<void>

const runnerOf = (kind: string, run: Run): OutcomeRunner => ({
  kind,
  run: (desk, { with: given }, theCase) => run(commandingOf(desk, theCase), paperOf(desk, theCase), given),
})

/** Licences and filings of agencies are the registry's: each outcome is one command of it. */
export const licenceRunners: readonly OutcomeRunner[] = [
  runnerOf('grantLicence', grantLicence),
  runnerOf('revokeLicence', revokeLicence),
  runnerOf('renewLicence', (commanding, paper, given) => {
    const licenceNumber = textOf(given['licenceNumber'])
    return renewLicence(commanding, { ...paper, ...(licenceNumber && { licenceNumber }) })
  }),
  runnerOf('changeLicence', (commanding, paper, given) =>
    changeAgency(commanding, {
      ...paper,
      changed: listOf(given['changed']),
      newValue: textOf(given['newValue']) ?? '',
    }),
  ),
  runnerOf('recordFiling', (commanding, paper, given) => {
    const begunOn = textOf(given['begunOn'])
    return recordFiling(commanding, { ...paper, services: listOf(given['services']), ...(begunOn && { begunOn }) })
  }),
]
