import { type CaseFile, casesRoutes, type DutyRole, type FieldValue } from '@renshu/contracts'
import type { Applicant } from './child.ts'
import { clientAt } from './clients.ts'
import type { CasesServer } from './server.ts'
import { Times } from './times.ts'

/** A claim that is corrected once: seven steps by five people. */
const SERVICE = 'supplementary-injury'
export const STEPS = ['submit', 'correct', 'resubmit', 'accept', 'pass', 'approve', 'pay'] as const
const OFFICE = [
  ['correct', 'counter'],
  ['resubmit', 'applicant'],
  ['accept', 'counter'],
  ['pass', 'reviewer'],
  ['approve', 'approver'],
  ['pay', 'cashier'],
] as const satisfies readonly (readonly [(typeof STEPS)[number], DutyRole | 'applicant'])[]
/** What the authorities do not know; the policy gives 18,775.79 of it. */
const ANSWERS: Record<string, FieldValue> = { medicalCost: '22189.16', injuredOn: '2026-10-12' }
const GRANTED_FEN = 1_877_579

const PAPER = new TextEncoder().encode('%PDF-1.4\n示例')
type Cases = ReturnType<typeof casesAt>
const casesAt = (server: CasesServer, token: string | undefined) => clientAt(server.address, casesRoutes, token)

/** Fills the form in as its page does: it is saved after each look at what it still asks. */
async function fillForm(own: Cases): Promise<{ draftId: string; version: number }> {
  let draft = await own.myBegin({ body: { service: SERVICE } })
  for (let round = 0; !draft.form.ready; round++) {
    if (round === 3) throw new Error('the form is never ready')
    const { fields, papers } = draft.form
    const asked = fields.filter(({ state, answer, key }) => state === 'asked' && answer === null && key in ANSWERS)
    const given: Record<string, { file: string }> = {}
    for (const { id, state } of papers)
      if (state === 'needed') {
        const query = { paper: id, name: `${id}.pdf` }
        given[id] = { file: (await own.myUpload({ params: { caseId: draft.id }, query, bytes: PAPER })).file!.id }
      }
    const answers = Object.fromEntries(asked.map(({ key }) => [key, ANSWERS[key]!]))
    const body = { version: draft.version, answers, papers: given }
    draft = await own.mySave({ params: { draftId: draft.id }, body })
  }
  return { draftId: draft.id, version: draft.version }
}

/** What a step needs, as the case says of it. */
function bodyOf({ n, choices }: CaseFile, step: string) {
  const choice = choices.find((one) => one.step === step)
  if (!choice || choice.blocked) throw new Error(`${step} cannot be taken: ${choice?.blocked?.code ?? 'not offered'}`)
  const { words, seen } = choice.needs
  return { step, expected: n, ...(words && { reason: { words: '示例说明' } }), ...(seen !== null && { seen }) }
}

/** One case from the form to its payment. Each opens it before his step, as the desk does. @returns its id */
export async function oneCase(server: CasesServer, { token }: Applicant, times: Times): Promise<string> {
  const own = casesAt(server, token)
  const { draftId, version } = await times.of('form', () => fillForm(own))
  let file = await times.of('submit', () => own.mySubmit({ params: { draftId }, body: { version } }))
  const params = { caseId: file.id }
  for (const [step, role] of OFFICE) {
    if (role === 'applicant') {
      const seen = await times.of('look', () => own.myCase({ params }))
      file = await times.of(step, () => own.myStep({ params, body: bodyOf(seen, step) }))
      continue
    }
    const officer = casesAt(server, server.tokens[role])
    const seen = await times.of('look', () => officer.officerCase({ params }))
    file = await times.of(step, () => officer.officerStep({ params, body: bodyOf(seen, step) }))
  }
  if (file.stage.end !== 'done' || file.amount?.fen !== GRANTED_FEN || file.n !== STEPS.length)
    throw new Error(`a case ended in ${file.stage.id} with ${file.amount?.fen} fen after ${file.n} steps`)
  return file.id
}

const AT_ONCE = 8

export interface Driven {
  caseIds: string[]
  seconds: number
  times: Times
}

/** Drives cases of several people at once, each his next request after its answer. */
export async function driveCases(
  server: CasesServer,
  applicants: readonly Applicant[],
  tell: (done: number) => void,
): Promise<Driven> {
  const waiting = applicants.values()
  const times = new Times()
  const caseIds: string[] = []
  const began = performance.now()
  const drive = async () => {
    for (const applicant of waiting) {
      caseIds.push(await oneCase(server, applicant, times))
      tell(caseIds.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, drive))
  return { caseIds, seconds: (performance.now() - began) / 1000, times }
}
