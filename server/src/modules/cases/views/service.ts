import type { ServiceCard, ServiceDetail, ServiceDrawing, ServiceField } from '@renshu/contracts'
import { drawService, type Field, MODES, type Paper, type Prepared, ROLES, WORDS } from '@renshu/cases'
import { labelOf } from './values.ts'

type Sourced = { source?: string; clause?: string; example?: '示例' }

/** Where something is stated, with the document's own title. */
const basisOf = ({ service }: Prepared, { source, clause, example }: Sourced) => {
  const document = service.documents.find(({ id }) => id === source)
  const number = document?.number === undefined ? '' : `（${document.number}）`
  return {
    document: document ? document.title + number : null,
    clause: clause ?? null,
    link: document?.link ?? null,
    example: example === '示例',
  }
}

export const fieldView = ({ asked }: Pick<Prepared, 'asked'>, field: Field): ServiceField => ({
  key: field.key,
  name: field.name,
  label: labelOf(field),
  question: field.question,
  type: field.type,
  options: field.options ? [...field.options] : null,
  min: (field.min as ServiceField['min']) ?? null,
  max: (field.max as ServiceField['max']) ?? null,
  record: field.record ?? null,
  by: field.by ?? 'applicant',
  when: field.when ?? null,
  optional: field.optional ?? false,
  fact: asked.includes(field.key),
})

export const paperView = (prepared: Prepared, { id, name, when, promise, record, ...sourced }: Paper) => ({
  id,
  name,
  when: when ?? null,
  promise: promise ?? false,
  record: record ?? null,
  basis: basisOf(prepared, sourced),
})

export const modesOf = ({ service }: Prepared) => service.modes.map((mode) => ({ mode, name: MODES[mode] }))

export function clockView(prepared: Prepared, id: string) {
  const { name, length, unit, escalateTo, again: _, ...sourced } = prepared.clocks.get(id)!
  return { id, name, length, unit, escalateTo: escalateTo ?? null, basis: basisOf(prepared, sourced) }
}

export function cardView(prepared: Prepared): ServiceCard {
  const { service, first, version } = prepared
  return {
    key: service.key,
    title: service.title,
    summary: service.summary,
    applicant: service.applicant,
    begins: first.steps?.[0]?.role ?? 'applicant',
    modes: modesOf(prepared),
    papers: (service.papers ?? []).map((paper) => paperView(prepared, paper)),
    clocks: service.clocks.map(({ id }) => clockView(prepared, id)),
    outcomes: (service.outcomes ?? []).map(({ id, kind, name }) => ({ id, kind, name })),
    policy: service.policy?.key ?? null,
    recurs: service.recurs ? { every: service.recurs.every, text: service.recurs.text } : null,
    version,
  }
}

const drawings = new WeakMap<Prepared, ServiceDrawing>()

/** The same for every case of a version. */
export function drawingOf(prepared: Prepared): ServiceDrawing {
  const before = drawings.get(prepared)
  if (before) return before
  const { nodes, lines, columns, rows } = drawService(prepared)
  const drawing: ServiceDrawing = {
    columns,
    rows,
    nodes: nodes.map(({ end, clock, ...node }) => ({ ...node, end: end ?? null, clock: clock ?? null })),
    lines: lines.map(({ outcomes, ...line }) => ({ ...line, outcomes: [...outcomes] })),
  }
  drawings.set(prepared, drawing)
  return drawing
}

export function detailView(prepared: Prepared): ServiceDetail {
  const { service } = prepared
  const { review, retention } = service
  const steps = service.stages.flatMap(({ steps: own = [] }) => own)
  const roles = [...new Set(steps.map(({ role }) => role))]
  const words = [...new Set(steps.map(({ word }) => word))]
  return {
    ...cardView(prepared),
    documents: service.documents.map(({ id, title, number, link, published, certainty }) => ({
      id,
      title,
      number: number ?? null,
      link: link ?? null,
      published: published ?? null,
      certainty: certainty ?? null,
    })),
    fields: service.fields.map((field) => fieldView(prepared, field)),
    reasons: (service.reasons ?? []).map(({ id, text, ...sourced }) => ({
      id,
      text,
      basis: basisOf(prepared, sourced),
    })),
    review: review ? { text: review.text, service: review.service ?? null, basis: basisOf(prepared, review) } : null,
    roles: roles.map((role) => ({ role, name: ROLES[role] })),
    words: words.map((word) => ({ word, name: WORDS[word] })),
    public: [...service.public],
    retention: { years: retention.years, basis: basisOf(prepared, retention) },
    route: service.route.map(({ when, to }) => ({ when: when ?? null, to })),
    drawing: drawingOf(prepared),
  }
}
