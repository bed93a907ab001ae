import type { Plain } from '@renshu/policy'
import {
  changeAgency,
  type Commanding,
  grantLicence,
  recordFiling,
  renewLicence,
  revokeLicence,
} from '../../registry/index.ts'
import { fail } from '../errors.ts'
import type { Desk, OutcomeRunner, ReachedIn } from '../ports.ts'

type With = Readonly<Record<string, Plain>>

const textOf = (value: Plain | undefined): string | undefined =>
  typeof value === 'string' && value ? value : undefined
const listOf = (value: Plain | undefined): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

const commandingOf = ({ tx, city, now, newId, cities }: Desk, { actor }: ReachedIn): Commanding => ({
  tx,
  city,
  now,
  newId,
  cities,
  actor: { personId: actor === 'clock' ? null : actor },
})

/** @throws cases.wrongApplicant where no organisation applied: a licence is nobody else's */
function paperOf({ applicant: { organisation }, code, on }: ReachedIn) {
  if (!organisation) throw fail.wrongApplicant({ who: '单位' })
  return { organisationId: organisation, code, on }
}

type Run = (commanding: Commanding, paper: ReturnType<typeof paperOf>, given: With) => Promise<void>

const runnerOf = (kind: string, run: Run): OutcomeRunner => ({
  kind,
  run: (desk, { with: given }, theCase) => run(commandingOf(desk, theCase), paperOf(theCase), given),
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
