import { type Notice, tellOwners, tellPerson } from '../../accounts/index.ts'
import type { Desk } from '../ports.ts'
import type { Done } from '../running/keep.ts'
import type { CaseRow } from '../tables.ts'

type Words = Record<'zh' | 'en', (title: string, code: string) => string>

/** What is told of a case: service and code, and nothing of what it says. */
const WORDS = {
  received: {
    zh: (title, code) => `“${title}”已收到，编号 ${code}，可凭编号查进度。如不是您本人办理，请与我们联系。`,
    en: (title, code) => `We have “${title}”, code ${code}, by which you can follow it. Call us if it was not you.`,
  },
  accepted: {
    zh: (title, code) => `“${title}”（${code}）已受理。`,
    en: (title, code) => `“${title}” (${code}) was accepted.`,
  },
  correct: {
    zh: (title, code) => `“${title}”（${code}）需要补正，请登录“我的办件”查看要补什么、到哪一天。`,
    en: (title, code) => `“${title}” (${code}) has to be corrected; see under “My cases” what and until when.`,
  },
  refused: {
    zh: (title, code) => `“${title}”（${code}）不予办理，理由和救济途径见“我的办件”。`,
    en: (title, code) =>
      `“${title}” (${code}) was refused; reasons and how to have it reviewed stand under “My cases”.`,
  },
  done: {
    zh: (title, code) => `“${title}”（${code}）已办结，结果见“我的办件”。`,
    en: (title, code) => `“${title}” (${code}) is done; see “My cases”.`,
  },
  lapsed: {
    zh: (title, code) => `“${title}”（${code}）逾期未补正，已按撤回处理，可以重新申请。`,
    en: (title, code) => `“${title}” (${code}) was not corrected in time and counts as withdrawn; you may apply again.`,
  },
  message: {
    zh: (title, code) => `“${title}”（${code}）有一条新留言，请登录“我的办件”查看。`,
    en: (title, code) => `There is a new message about “${title}” (${code}) under “My cases”.`,
  },
  draft: {
    zh: (title) => `您填写的“${title}”很久没有保存，七天后将删除；登录后保存一次即可保留。`,
    en: (title) => `Your form “${title}” was not saved for long and will be dropped in seven days unless you save it.`,
  },
} as const satisfies Record<string, Words>
type Kind = keyof typeof WORDS

function noticeOf({ cities, city }: Desk, kind: Kind, title: { zh: string; en: string }, code: string): Notice {
  const language = cities.get(city)?.language ?? 'zh'
  const sender = { zh: '【人枢】', en: '[Renshu] ' }[language]
  return { kind: `cases.${kind}`, text: `${sender}${WORDS[kind][language](title[language], code)}` }
}

type Whose = Pick<CaseRow, 'personId' | 'organisationId'>

/** Tells the person, or the owners of the organisation. */
export async function tellApplicant(
  desk: Desk,
  { personId, organisationId }: Whose,
  kind: Kind,
  title: { zh: string; en: string },
  code = '',
): Promise<void> {
  const notice = noticeOf(desk, kind, title, code)
  await desk.asSystem(async () => {
    if (organisationId !== null) await tellOwners(desk, organisationId, notice)
    else if (personId !== null) await tellPerson(desk, personId, notice)
  })
}

/** What a command is worth telling; nothing for what the applicant did himself, but that a case was taken in. */
function kindOf({ prepared, before, events, state }: Done): Kind | undefined {
  if (!before) return 'received'
  const steps = events.map(({ step, body }) => ({ ...prepared.steps.get(step)!.step, by: body.role }))
  if (steps[0]!.by === 'applicant') return undefined
  const { end } = prepared.stages.get(state.stage)!
  if (end === 'withdrawn') return steps.some(({ by }) => by === 'clock') ? 'lapsed' : undefined
  if (end) return end
  if (steps.some(({ word }) => word === 'correct')) return 'correct'
  return steps.some(({ word }) => word === 'accept') ? 'accepted' : undefined
}

/** Tells the applicant what became of the case. */
export async function tell(desk: Desk, row: CaseRow, done: Done): Promise<void> {
  const kind = kindOf(done)
  if (kind) await tellApplicant(desk, row, kind, done.prepared.service.title, row.code)
}
