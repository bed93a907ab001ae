import type { Fault } from '@renshu/policy'
import type { AskingPolicy, Prepared } from '../definition/prepare.ts'
import type { Service } from '../definition/service.ts'
import { edgesOf } from './graph.ts'
import { fault } from './fault.ts'

/** What is owed to whom applies: reasons, a way of review, an end to waiting, no question twice. */
export function checkRights(prepared: Prepared): Fault[] {
  return [
    ...checkRefusals(prepared),
    ...checkSilence(prepared),
    ...checkNotices(prepared),
    ...checkPublic(prepared),
    ...checkClocks(prepared),
  ]
}

function checkRefusals({ service, stages }: Prepared): Fault[] {
  const refusing = service.stages.flatMap(({ steps = [] }, stage) =>
    steps.flatMap((step, place) =>
      step.refuses || step.word === 'decline' ? [{ step, path: ['stages', stage, 'steps', place] }] : [],
    ),
  )
  return refusing.flatMap(({ step, path }) => {
    const canAppeal = stages.get(step.to)?.steps?.some(({ word, role }) => word === 'appeal' && role === 'applicant')
    return [
      ...(step.refuses
        ? []
        : [fault(path, '“不予受理”须说明理由（refuses: true）', 'to decline is to refuse (refuses: true)')]),
      ...(service.reasons?.length ? [] : [fault(path, '没有可选的理由（reasons）', 'there are no reasons to give')]),
      ...(canAppeal || service.review
        ? []
        : [fault(path, '不予办理之后没有救济途径（review 或 复议）', 'a refusal has no way of review')]),
    ]
  })
}

/** Silence decides nothing by itself; where the law says it does, the step names the clause. */
function checkSilence(prepared: Prepared): Fault[] {
  return edgesOf(prepared)
    .filter(({ step }) => step.role === 'clock')
    .flatMap(({ step, path }) => {
      const { word, source, clause, example, outcomes = [] } = step
      const judges =
        word === 'review' || word === 'approve' || word === 'pay' || step.grants || step.refuses || step.explains
      if (judges || step.fills) return [fault(path, '到期不能自动审核、付款', 'nothing is judged or paid by itself')]
      const isStated = source !== undefined && clause !== undefined
      if ((outcomes.length > 0 || word === 'accept') && !isStated)
        return [fault(path, '逾期视为同意须有法律条款', 'silence approves only by a clause of law')]
      return isStated || example ? [] : [fault(path, '自动步骤没有依据', 'a step that takes itself has no source')]
    })
}

/** What is published can be objected to, for as long as it is shown. */
const checkNotices = (prepared: Prepared): Fault[] => {
  const isNotice = (id: string): boolean => {
    const { clock, steps = [] } = prepared.stages.get(id) ?? {}
    return clock !== undefined && steps.some(({ word }) => word === 'object')
  }
  return edgesOf(prepared)
    .filter(({ step, from }) => step.word === 'publish' && !isNotice(step.to) && !isNotice(from))
    .map(({ path }) =>
      fault(path, '公示要有期限，期间可以提出异议', 'a notice lasts for some days, in which it can be objected to'),
    )
}

/** By what somebody is found, called or paid: the names of such fields, their keys, and the records that know them. */
const PRIVATE_NAME = /身份证|证件号|手机|电话|联系方式|住址|地址|账号|账户|姓名/u
const PRIVATE_KEY = /account|address|phone|mobile|residentId|idCard/i
const PRIVATE_RECORD = /^(?:accounts|care)\.name$|(?:Account|[aA]ddress)$/

/** What is published of a person is a masked name: no number, phone, address or account. */
const checkPublic = ({ service, fields }: Prepared): Fault[] =>
  service.public.flatMap((key, place) => {
    const field = fields.get(key)
    const isPrivate =
      field && (PRIVATE_NAME.test(field.name) || PRIVATE_KEY.test(key) || PRIVATE_RECORD.test(field.record ?? ''))
    return isPrivate
      ? [
          fault(
            ['public', place],
            `“${field.name}”不能公示；姓名写 applicant，公示时只显示一部分`,
            `“${key}” is never published; for the name write “applicant”, which is shown masked`,
          ),
        ]
      : []
  })

const checkClocks = ({ service }: Prepared): Fault[] =>
  service.clocks.flatMap(({ id, length, escalateTo }, place) => [
    ...(Number.isInteger(length) && length > 0
      ? []
      : [fault(['clocks', place, 'length'], '时限要是正整数', 'a clock has a length')]),
    ...(service.stages.some(({ clock }) => clock === id)
      ? []
      : [fault(['clocks', place], '没有环节用到', 'no stage uses it')]),
    ...(escalateTo === 'clock' || escalateTo === 'applicant'
      ? [fault(['clocks', place, 'escalateTo'], '只能转给经办', 'only officers can be asked to step in')]
      : []),
  ])

/**
 * No question whose answer is held.
 * @param held records by the keys and the names of what they know
 */
export const checkQuestions = ({ service }: Prepared, held: ReadonlyMap<string, string>): Fault[] =>
  service.fields.flatMap(({ key, name, record }, place) => {
    const known = held.get(key) ?? held.get(name)
    return record !== undefined || known === undefined
      ? []
      : [
          fault(
            ['fields', place],
            `“${name}”已有记录（${known}），不应再问`,
            `“${name}” is on record (${known}) and must not be asked`,
          ),
        ]
  })

/** Own fields under the keys of the policy's facts are what the policy takes them for. */
export function checkPolicy(service: Service, policy: AskingPolicy | undefined): Fault[] {
  if (!service.policy) return []
  if (policy?.key !== service.policy.key)
    return [fault(['policy', 'key'], `没有政策“${service.policy.key}”`, `there is no policy “${service.policy.key}”`)]
  const wrong = service.fields.flatMap((field, place) => {
    const fact = policy.facts.find(({ key }) => key === field.key)
    const isSame =
      !fact || (fact.name === field.name && fact.type === field.type && `${fact.options}` === `${field.options}`)
    return isSame
      ? []
      : [
          fault(
            ['fields', place],
            `“${field.name}”与政策的同名事实不一致`,
            `“${field.name}” is not as the policy has it`,
          ),
        ]
  })
  const day = service.policy.effective
  const isDay =
    day === undefined || [...service.fields, ...policy.facts].some(({ key, type }) => key === day && type === 'date')
  const grants = service.stages.some(({ steps = [] }) => steps.some((step) => step.grants))
  return [
    ...wrong,
    ...(isDay ? [] : [fault(['policy', 'effective'], `“${day}”不是日期`, `“${day}” is no day`)]),
    ...(grants ? [] : [fault(['policy'], '没有步骤按政策作决定（grants）', 'no step decides by the policy (grants)')]),
  ]
}
