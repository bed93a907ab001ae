import { z } from 'zod'
import { Names } from '../city.ts'
import { Basis, CaseEnd, CaseMode, CaseRole, CaseWord, FieldType, FieldValue } from './words.ts'

export const CaseClock = z.object({
  id: z.string(),
  name: Names,
  length: z.int(),
  unit: z.enum(['workingDays', 'days']),
  /** Who may act too once it has run out. */
  escalateTo: CaseRole.nullable(),
  basis: Basis,
})
export type CaseClock = z.infer<typeof CaseClock>

/** A paper as a service asks for it. */
export const ServicePaper = z.object({
  id: z.string(),
  name: Names,
  /** Asked for only where this holds; in the language of expressions. */
  when: z.string().nullable(),
  /** A written promise may stand in for it (告知承诺). */
  promise: z.boolean(),
  /** The record that stands in for it (免提交). */
  record: z.string().nullable(),
  basis: Basis,
})
export type ServicePaper = z.infer<typeof ServicePaper>

export const ServiceField = z.object({
  key: z.string(),
  name: z.string(),
  label: Names,
  question: Names,
  type: FieldType,
  options: z.array(z.string()).nullable(),
  min: FieldValue.nullable(),
  max: FieldValue.nullable(),
  /** The record that knows it: asked only where the record says nothing. */
  record: z.string().nullable(),
  by: z.enum(['applicant', 'officer']),
  when: z.string().nullable(),
  optional: z.boolean(),
  /** It is a fact of the policy. */
  fact: z.boolean(),
})
export type ServiceField = z.infer<typeof ServiceField>

/** A service (事项) as the hall lists it. */
export const ServiceCard = z.object({
  key: z.string(),
  title: Names,
  summary: Names,
  applicant: z.enum(['person', 'organisation', 'either']),
  /** Who begins it: `applicant`, or an officer's role for what the bureau does by itself. */
  begins: CaseRole,
  modes: z.array(z.object({ mode: CaseMode, name: Names })),
  papers: z.array(ServicePaper),
  clocks: z.array(CaseClock),
  /** What comes of it. */
  outcomes: z.array(z.object({ id: z.string(), kind: z.string(), name: Names })),
  policy: z.string().nullable(),
  recurs: z.object({ every: z.enum(['month', 'year']), text: Names }).nullable(),
  /** Hash of the definition: a case stays on the one it began on. */
  version: z.string(),
})
export type ServiceCard = z.infer<typeof ServiceCard>

/** Where stages and steps stand when a service is drawn: columns from the left, rows from the top, from 0. */
export const ServiceDrawing = z.object({
  columns: z.int(),
  rows: z.int(),
  nodes: z.array(
    z.object({
      id: z.string(),
      label: Names,
      column: z.int(),
      row: z.int(),
      end: CaseEnd.nullable(),
      clock: z.object({ label: Names, length: z.int(), unit: z.enum(['workingDays', 'days']) }).nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      label: Names,
      word: CaseWord,
      role: CaseRole,
      /** `back` leads to an earlier column, `same` to the stage it began in. */
      way: z.enum(['forward', 'back', 'same']),
      /** Keeps steps between the same two apart, from 0. */
      lane: z.int(),
      isAutomatic: z.boolean(),
      fourEyes: z.boolean(),
      outcomes: z.array(Names),
    }),
  ),
})
export type ServiceDrawing = z.infer<typeof ServiceDrawing>

/** Everything a service says, and its drawing. */
export const ServiceDetail = ServiceCard.extend({
  documents: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      link: z.string().nullable(),
      published: z.string().nullable(),
      /** How sure the text is, in words. */
      certainty: Names.nullable(),
    }),
  ),
  fields: z.array(ServiceField),
  reasons: z.array(z.object({ id: z.string(), text: Names, basis: Basis })),
  /** How a refusal is reviewed; `service`: another service that does it. */
  review: z.object({ text: Names, service: z.string().nullable(), basis: Basis }).nullable(),
  roles: z.array(z.object({ role: CaseRole, name: Names })),
  words: z.array(z.object({ word: CaseWord, name: Names })),
  /** What anybody may see of a case: `stage`, `amount`, or keys of fields. */
  public: z.array(z.string()),
  retention: z.object({ years: z.int(), basis: Basis }),
  /** In which district it is decided: the first line that holds; `to` a field's key, `acceptance` or `city`. */
  route: z.array(z.object({ when: z.string().nullable(), to: z.string() })),
  drawing: ServiceDrawing,
})
export type ServiceDetail = z.infer<typeof ServiceDetail>

/** A service as the bureau sees it: what runs, and since when. */
export const ServiceState = z.object({
  key: z.string(),
  title: Names,
  version: z.string(),
  /** The day this version was first read. */
  since: z.string(),
  /** File below the folder of cities. */
  file: z.string(),
  open: z.int(),
  /** Open cases that stay on an earlier version. */
  onEarlierVersions: z.int(),
  /** Kinds of outcomes that no module takes up: they are kept as results. */
  kept: z.array(z.string()),
})
export type ServiceState = z.infer<typeof ServiceState>
/** What is wrong in a definition: it was refused whole, and what ran before runs on. */
export const ServiceFault = z.object({ file: z.string(), line: z.int(), reason: Names })
export type ServiceFault = z.infer<typeof ServiceFault>
