import type { DocumentKind } from '@renshu/contracts'
import { type Event, fold, type Prepared, type State } from '@renshu/cases'
import type { City } from '../../../city/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import { amountOf } from '../running/keep.ts'
import { maskedFor } from '../views/accounts.ts'
import { labelOf, shownOf, showAmount } from '../views/values.ts'
import { titleOf } from './kinds.ts'
import type { Paper, PaperPart } from './printing/paper.ts'

/** Everything a paper is made of. */
export interface Composing {
  kind: DocumentKind
  code: string
  /** Receipt code of the case. */
  caseCode: string
  prepared: Prepared
  /** The history up to the event the paper tells of; the last is that event. */
  events: readonly Event[]
  applicant: string
  city: City
  isTrial: boolean
}

type Told = Composing & { event: Event; state: State }

/** `2026年3月2日`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A document of law or policy and its clause, as the definition names them. */
function sourceIn({ service }: Prepared, { source, clause }: { source?: string; clause?: string }): string {
  const found = service.documents.find(({ id }) => id === source)
  return found ? `《${found.title}》${clause ?? ''}` : (clause ?? '')
}

const documentsIn = ({ service }: Prepared): string =>
  service.documents.map(({ title, number }) => `《${title}》${number ? `（${number}）` : ''}`).join('、')

/** Facts with their labels; accounts are shown by their last digits. */
function factRows({ prepared, state, city }: Told): [string, string][] {
  return Object.entries(state.facts).flatMap(([key, { value }]): [string, string][] => {
    const field = prepared.fields.get(key)
    if (!field) return []
    return [[labelOf(field).zh, maskedFor(field, shownOf(field, value, city))]]
  })
}

function paperRows({ prepared, state }: Told): [string, string][] {
  return Object.entries(state.papers).map(([id, how]): [string, string] => {
    const name = prepared.service.papers?.find((paper) => paper.id === id)?.name.zh ?? id
    return [name, 'promised' in how ? '告知承诺' : 'record' in how ? '免提交（平台已有）' : '已收到']
  })
}

/** How long the stage that was reached may take, as the definition says. */
function clockOf({ prepared, state }: Told): string {
  const id = prepared.stages.get(state.stage)?.clock
  const clock = prepared.service.clocks.find((one) => one.id === id)
  return clock ? `${clock.length} 个${clock.unit === 'workingDays' ? '工作日' : '自然日'}` : ''
}

function reasonParts({ prepared, event: { body } }: Told): PaperPart[] {
  const listed = prepared.service.reasons?.find(({ id }) => id === body.reason?.id)
  const source = listed && sourceIn(prepared, listed)
  return [
    ...(listed ? [{ text: `${listed.text.zh}${source ? `（依据：${source}）` : ''}。` }] : []),
    ...(body.reason?.words ? [{ text: body.reason.words }] : []),
  ]
}

const matterOf = ({ prepared, state }: Told): string =>
  `${dayInWords(state.taken[0]!.on)}提交的“${prepared.service.title.zh}”申请`

function amountPart({ state }: Told): PaperPart[] {
  const amount = amountOf(state)
  const shown = showAmount(amount)
  return shown === null
    ? []
    : [{ rows: [['核定' + (amount.months === null ? '金额' : '期限'), withUnit(shown, amount.months)]] }]
}

const withUnit = (shown: string, months: number | null): string => (months === null ? `${shown} 元` : shown)

const receipt = (told: Told): PaperPart[] => {
  const papers = paperRows(told)
  return [
    { text: `您（单位）${matterOf(told)}已经收到。凭受理编号可以随时查询办理进度。` },
    {
      rows: [
        ['申请人', told.applicant],
        ['收件日期', dayInWords(told.event.body.on)],
        ...(clockOf(told) ? [['受理时限', clockOf(told)] as const] : []),
      ],
    },
    ...(papers.length ? [{ heading: '收到的材料' }, { rows: papers }] : []),
    { heading: '填报内容' },
    { rows: factRows(told) },
  ]
}

const acceptance = (told: Told): PaperPart[] => {
  const length = clockOf(told)
  return [
    { text: `您（单位）${matterOf(told)}符合受理条件，自${dayInWords(told.event.body.on)}起受理。` },
    ...(length ? [{ text: `办理时限为 ${length}；需要补正或者听证的时间不计入时限。` }] : []),
  ]
}

const correction = (told: Told): PaperPart[] => {
  const length = clockOf(told)
  return [
    { text: `您（单位）${matterOf(told)}还需要补正以下内容：` },
    ...reasonParts(told),
    ...(length ? [{ text: `请在收到本告知书之日起 ${length} 内补正后重新提交，补正期间办理时限暂停计算。` }] : []),
  ]
}

function reviewParts({ prepared }: Told): PaperPart[] {
  const { review } = prepared.service
  if (!review) return []
  const source = sourceIn(prepared, review)
  return [{ heading: '救济途径' }, { text: `${review.text.zh}${source ? `（依据：${source}）` : ''}` }]
}

const refusal = (told: Told): PaperPart[] => {
  const stage = told.prepared.stages.get(told.state.stage)!.name.zh
  return [
    { text: `您（单位）${matterOf(told)}，经审查，决定：${stage}。` },
    { heading: '理由' },
    ...reasonParts(told),
    { heading: '依据' },
    { text: `${documentsIn(told.prepared)}。` },
    ...reviewParts(told),
  ]
}

const decision = (told: Told): PaperPart[] => {
  const { prepared, event } = told
  const names = (event.body.outcomes ?? []).flatMap(
    ({ key }) => prepared.service.outcomes?.find(({ id }) => key.endsWith(`/${id}`))?.name.zh ?? [],
  )
  return [
    { text: `您（单位）${matterOf(told)}，经审查符合规定，决定予以同意。` },
    ...amountPart(told),
    ...(names.length ? [{ rows: [['办理结果', names.join('、')] as const] }] : []),
    { heading: '认定的事实' },
    { rows: factRows(told) },
    ...(event.body.reason ? [{ heading: '说明' }, ...reasonParts(told)] : []),
    { heading: '依据' },
    { text: `${documentsIn(prepared)}。` },
    ...reviewParts(told),
  ]
}

const payment = (told: Told): PaperPart[] => [
  { text: `您（单位）${matterOf(told)}已经同意，款项转入拨付程序，由银行付至下列账户。付款进度可在“我的款项”查看。` },
  ...amountPart(told),
  { rows: factRows(told).filter(([, value]) => value.startsWith('****')) },
]

const PARTS: Record<DocumentKind, (told: Told) => PaperPart[]> = {
  receipt,
  acceptance,
  correction,
  refusal,
  decision,
  payment,
}

/** The paper of a document, from the definition and the events alone: the same each time it is asked for. */
export function composePaper(composing: Composing): Paper {
  const { kind, prepared, events, city, code, caseCode, applicant, isTrial } = composing
  const event = events.at(-1)!
  const told: Told = { ...composing, event, state: fold(prepared, events)! }
  const word = prepared.steps.get(event.step)?.step.word
  return {
    authority: city.bureau.zh,
    title: titleOf(kind, word).zh,
    number: `受理编号 ${caseCode}　第 ${event.n} 号`,
    addressee: applicant,
    parts: PARTS[kind](told),
    day: dayInWords(dayOf(new Date(event.at))),
    code,
    verification: '在本平台“文书核验”页面输入核验码，或者上传本文件，可以核对文书是否由本机关制作、内容是否被改动。',
    head: { n: event.n, hash: event.hash },
    isTrial,
    at: event.at,
  }
}
