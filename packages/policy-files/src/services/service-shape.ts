import { MODES, ROLES, WORDS } from '@renshu/cases'
import { anything, day, listOf, matching, object, oneOf, plain, type Shape, words } from '../reading/shape.ts'

const both = object({ zh: words, en: words })
const id = matching(/^[a-z][a-zA-Z0-9-]*$/, '编号用小写字母开头', 'an id begins with a small letter')
const record = matching(/^[a-z]+\.[a-zA-Z]+$/, '记录写作 insurance.paid', 'a record is written insurance.paid')
const yes: Shape = (value, path) =>
  value === true ? [] : [{ path, reason: { zh: '只能写 true，不是就不写', en: 'true, or left out' } }]
const count: Shape = (value, path) =>
  Number.isInteger(value) ? [] : [{ path, reason: { zh: '这里要写整数', en: 'a whole number is needed' } }]
const ids = listOf(id, 1)
const sourced = { 'source?': id, 'clause?': words, 'example?': oneOf('示例') }

const field = object({
  key: id,
  name: words,
  'label?': both,
  type: oneOf('money', 'ratio', 'integer', 'date', 'months', 'days', 'boolean', 'choice', 'list', 'text', 'district'),
  'options?': listOf(words, 2),
  question: both,
  'record?': record,
  'by?': oneOf('applicant', 'officer'),
  'when?': words,
  'optional?': yes,
  'min?': plain,
  'max?': plain,
})

const step = object({
  id,
  word: oneOf(...Object.keys(WORDS)),
  name: both,
  to: id,
  role: oneOf(...Object.keys(ROLES)),
  'notSameAs?': ids,
  'needs?': object({ step: id, people: count, 'field?': id, 'mean?': count }),
  'once?': yes,
  'grants?': yes,
  'refuses?': yes,
  'explains?': yes,
  'when?': words,
  'fills?': ids,
  'outcomes?': ids,
  'on?': oneOf('entry', 'due'),
  ...sourced,
})

const clock = object({
  id,
  name: both,
  length: count,
  unit: oneOf('workingDays', 'days'),
  'again?': oneOf('anew'),
  'escalateTo?': id,
  ...sourced,
})
const stage = object({
  id,
  name: both,
  'clock?': id,
  'end?': oneOf('done', 'refused', 'withdrawn'),
  'steps?': listOf(step, 1),
})

/** What a flow and a service may both say. */
const common = {
  'documents?': listOf(
    object({ id, title: words, 'number?': words, 'link?': words, 'published?': day, 'certainty?': both }),
    1,
  ),
  'fields?': listOf(field),
  'papers?': listOf(object({ id, name: both, 'when?': words, 'promise?': yes, 'record?': record, ...sourced })),
  'route?': listOf(object({ 'when?': words, to: id }), 1),
  'clocks?': listOf(clock),
  'reasons?': listOf(object({ id, text: both, 'byPolicy?': yes, ...sourced }), 1),
  'review?': object({ text: both, 'service?': id, ...sourced }),
  'stages?': listOf(stage, 1),
  'outcomes?': listOf(object({ id, kind: words, name: both, 'with?': ids })),
  'public?': listOf(id),
  'retention?': object({ years: count, ...sourced }),
}

/** A flow is what several services go through alike. */
export const FLOW = object({ flow: id, ...common })

/** What a service file looks like before its flow is taken in; meaning is checked when both are one. */
export const SERVICE = object({
  key: id,
  title: both,
  summary: both,
  'flow?': id,
  /** Parts of the flow, by their ids, that this service has not. */
  'without?': ids,
  applicant: oneOf('person', 'organisation', 'either'),
  modes: listOf(oneOf(...Object.keys(MODES)), 1),
  'concerned?': id,
  'policy?': object({ key: id, 'effective?': id }),
  'recurs?': object({ every: oneOf('month', 'year'), 'again?': yes, text: both, ...sourced }),
  ...common,
})

/** What must be there once service and flow are one. */
export const WHOLE = object({
  key: anything,
  title: anything,
  summary: anything,
  applicant: anything,
  modes: anything,
  'concerned?': anything,
  'policy?': anything,
  'recurs?': anything,
  documents: anything,
  fields: anything,
  'papers?': anything,
  route: anything,
  clocks: anything,
  'reasons?': anything,
  'review?': anything,
  stages: anything,
  'outcomes?': anything,
  public: anything,
  retention: anything,
})
