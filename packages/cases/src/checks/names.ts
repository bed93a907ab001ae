import { type Fault, noSource } from '@renshu/policy'
import type { Prepared } from '../definition/prepare.ts'
import type { Service, Sourced, Step } from '../definition/service.ts'
import { MODES, ROLES, WORDS } from '../definition/words.ts'
import { edgesOf } from './graph.ts'
import { fault } from './fault.ts'

type Path = Fault['path']

/** What may be public besides fields. */
const PUBLIC_BESIDE: ReadonlySet<string> = new Set(['stage', 'amount', 'applicant'])

/** Everything that is named exists, and once. */
export function checkNames(prepared: Prepared, kinds: ReadonlySet<string>): Fault[] {
  const { service } = prepared
  return [
    ...checkUnique(service),
    ...edgesOf(prepared).flatMap(({ step, path }) => checkStep(prepared, step, path)),
    ...checkStages(prepared),
    ...checkRoute(prepared),
    ...(service.outcomes ?? []).flatMap(({ kind, with: keys = [] }, place) => [
      ...(kinds.has(kind)
        ? []
        : [fault(['outcomes', place, 'kind'], `没有结果“${kind}”`, `there is no outcome “${kind}”`)]),
      ...missingFields(prepared, keys, ['outcomes', place, 'with']),
    ]),
    ...missingFields(prepared, service.concerned === undefined ? [] : [service.concerned], ['concerned']),
    ...missingFields(
      prepared,
      service.public.filter((key) => !PUBLIC_BESIDE.has(key)),
      ['public'],
    ),
    ...service.modes
      .filter((mode) => !(mode in MODES))
      .map((mode) => fault(['modes'], `没有服务方式“${mode}”`, `there is no mode “${mode}”`)),
  ]
}

function checkUnique({
  documents,
  fields,
  papers = [],
  clocks,
  reasons = [],
  stages,
  outcomes = [],
}: Service): Fault[] {
  const lists: [string, readonly string[]][] = [
    ['documents', documents.map(({ id }) => id)],
    ['fields', fields.map(({ key }) => key)],
    ['papers', papers.map(({ id }) => id)],
    ['clocks', clocks.map(({ id }) => id)],
    ['reasons', reasons.map(({ id }) => id)],
    ['stages', stages.map(({ id }) => id)],
    ['outcomes', outcomes.map(({ id }) => id)],
  ]
  const twice = lists.flatMap(([list, ids]) =>
    ids.flatMap((id, place) =>
      ids.indexOf(id) === place ? [] : [fault([list, place], `“${id}”写了两次`, `“${id}” is there twice`)],
    ),
  )
  const steps = stages.flatMap(({ steps: own = [] }, stage) => own.map(({ id }, place) => ({ id, stage, place })))
  return [
    ...twice,
    ...steps
      .filter(({ id }, place) => steps.findIndex((one) => one.id === id) !== place)
      .map(({ id, stage, place }) =>
        fault(['stages', stage, 'steps', place, 'id'], `“${id}”写了两次`, `“${id}” is there twice`),
      ),
  ]
}

function checkStep(prepared: Prepared, step: Step, path: Path): Fault[] {
  const { stages, steps, service } = prepared
  const unknown = (name: string, zh: string) => [fault(path, `没有${zh}“${name}”`, `there is no “${name}”`)]
  const outcomes = new Set((service.outcomes ?? []).map(({ id }) => id))
  const named = [...(step.notSameAs ?? []), ...(step.needs ? [step.needs.step] : [])]
  const scored = step.needs?.field
  return [
    ...(step.word in WORDS ? [] : unknown(step.word, '流程用语')),
    ...(step.role in ROLES ? [] : unknown(step.role, '角色')),
    ...(stages.has(step.to) ? [] : unknown(step.to, '环节')),
    ...named.filter((id) => !steps.has(id)).flatMap((id) => unknown(id, '步骤')),
    ...(step.outcomes ?? []).filter((id) => !outcomes.has(id)).flatMap((id) => unknown(id, '结果')),
    ...missingFields(prepared, [...(step.fills ?? []), ...(scored === undefined ? [] : [scored])], path),
    ...(step.fills ?? [])
      .filter((key) => prepared.fields.get(key)?.by === 'applicant' || prepared.fields.get(key)?.by === undefined)
      .filter((key) => prepared.fields.has(key))
      .map((key) =>
        fault([...path, 'fills'], `“${key}”由申请人填写，不由经办填写`, `“${key}” is the applicant's to answer`),
      ),
    ...(scored !== undefined && prepared.fields.get(scored)?.type !== 'integer'
      ? [fault([...path, 'needs', 'field'], '平均分只能取整数项', 'a mean is taken of whole numbers')]
      : []),
  ]
}

const missingFields = ({ fields }: Prepared, keys: readonly string[], path: Path): Fault[] =>
  keys.filter((key) => !fields.has(key)).map((key) => fault(path, `没有填写项“${key}”`, `there is no field “${key}”`))

function checkStages({ service, clocks, first }: Prepared): Fault[] {
  return service.stages.flatMap(({ id, name, clock, end, steps = [] }, place) => {
    const path = ['stages', place]
    const isOfficers = steps.some(({ role }) => role !== 'applicant' && role !== 'clock')
    const waits = steps.some(({ role, on }) => role === 'clock' && on !== 'entry')
    const offEnd = steps.some(({ word }) => word !== 'appeal')
    return [
      ...(clock !== undefined && !clocks.has(clock)
        ? [fault(path, `没有时限“${clock}”`, `there is no clock “${clock}”`)]
        : []),
      ...(clock === undefined && id !== first.id && (isOfficers || waits)
        ? [fault(path, `“${name.zh}”没有时限`, `“${name.en}” has no clock`)]
        : []),
      ...(end && offEnd ? [fault(path, '办结之后只能复议', 'after the end there is only an appeal')] : []),
      ...(id === first.id && steps.some(({ word }) => word !== 'submit')
        ? [fault(path, '办件从“提交”开始', 'a case begins with “submit”')]
        : []),
      ...(!end && steps.length === 0 ? [fault(path, `“${name.zh}”之后没有步骤`, `“${name.en}” has no steps`)] : []),
    ]
  })
}

function checkRoute({ service, fields }: Prepared): Fault[] {
  const places = service.route.flatMap(({ to }, place) => {
    const isPlace = to === 'acceptance' || to === 'city' || fields.get(to)?.type === 'district'
    return isPlace ? [] : [fault(['route', place, 'to'], `“${to}”不是区市`, `“${to}” is no district`)]
  })
  const last = service.route.at(-1)
  return last && last.when === undefined
    ? places
    : [...places, fault(['route'], '最后一条办理地不能有条件', 'the last line of the route has no condition')]
}

/** Whatever binds somebody has a source, or says that it is an example. */
export function checkSources({ service }: Prepared): Fault[] {
  const { papers = [], clocks, reasons = [], review, retention, recurs } = service
  const all: [Sourced, Path][] = [
    ...papers.map((one, place): [Sourced, Path] => [one, ['papers', place]]),
    ...clocks.map((one, place): [Sourced, Path] => [one, ['clocks', place]]),
    ...reasons.map((one, place): [Sourced, Path] => [one, ['reasons', place]]),
    ...(review ? [[review, ['review']] as [Sourced, Path]] : []),
    ...(recurs ? [[recurs, ['recurs']] as [Sourced, Path]] : []),
    [retention, ['retention']],
  ]
  const needed = all.flatMap(([{ source, clause, example }, path]) => {
    if (source === undefined && !example) return [noSource(path)]
    return source !== undefined && clause === undefined
      ? [fault(path, '没有写明条款（clause）', 'no clause is named')]
      : []
  })
  const steps = service.stages.flatMap(({ steps: own = [] }, stage) =>
    own.map((one, place): [Sourced, Path] => [one, ['stages', stage, 'steps', place]]),
  )
  const known = new Set(service.documents.map(({ id }) => id))
  const unknown = [...all, ...steps].flatMap(([{ source }, path]) =>
    source === undefined || known.has(source)
      ? []
      : [fault([...path, 'source'], `没有文件“${source}”`, `there is no document “${source}”`)],
  )
  return [...needed, ...unknown]
}
