import type { Route } from '@renshu/contracts'
import fc from 'fast-check'
import { z } from 'zod'

interface Schema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  items?: Schema
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
}

const LONGEST = 40
const WORDS = ['青岛', '叉车', 'a', '  x ', "o'neil", '=1+1', '<b>', '𠮷', '\u200B', '%', '_', '../x', 'null']

const texts = (schema: Schema): fc.Arbitrary<string> => {
  const { minLength = 0, maxLength = LONGEST } = schema
  const longest = Math.min(maxLength, Math.max(LONGEST, minLength))
  return fc
    .oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', minLength, maxLength: longest }))
    .map((text) => text.padEnd(minLength, 'x').slice(0, maxLength))
}

function strings(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'uuid')
    return fc.oneof(
      ids,
      ids.map((id) => id.toUpperCase()),
    )
  if (schema.format === 'date') return fc.oneof(days, edges)
  if (schema.format === 'date-time') return fc.oneof(days, edges).map((day) => `${day}T00:00:00.000Z`)
  if (schema.format === 'email') return fc.emailAddress()
  if (schema.format === 'uri') return fc.webUrl()
  // fast-check reads most patterns, but not those with properties of Unicode: these allow any plain text.
  if (schema.pattern && !schema.pattern.includes('\\p{')) return fc.stringMatching(new RegExp(schema.pattern))
  return texts(schema)
}
const ids = fc.uuid({ version: 7 })
const days = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const edges = fc.constantFrom('0000-01-01', '0001-01-01', '1582-10-10', '9999-12-31')

function objects({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, values(part)]))
  return fc.record(parts, { requiredKeys: required })
}

/** Values that a JSON schema accepts, most of the time. */
function values(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(values))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return strings(schema)
    case 'integer':
    case 'number': {
      const min = Math.max(schema.minimum ?? (schema.exclusiveMinimum ?? -1000) + 1, Number.MIN_SAFE_INTEGER)
      const max = Math.min(schema.maximum ?? 1_000_000, Number.MAX_SAFE_INTEGER)
      return fc.oneof(fc.integer({ min, max: Math.max(min, max) }), fc.constantFrom(min, Math.max(min, max)))
    }
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(values(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 6),
      })
    case 'object':
      return objects(schema)
    default:
      return fc.jsonValue()
  }
}

const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

export interface RoughCall {
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
  bytes: Uint8Array<ArrayBuffer> | undefined
}

/** Calls of a route that pass its contract, most of the time. */
export function callsOf(route: Route): fc.Arbitrary<RoughCall> {
  const record = (schema: z.ZodType | undefined) => (schema ? values(schemaOf(schema)) : fc.constant({}))
  return fc.record({
    params: record(route.params) as fc.Arbitrary<Record<string, unknown>>,
    query: record(route.query) as fc.Arbitrary<Record<string, unknown>>,
    body: route.body ? values(schemaOf(route.body)) : fc.constant(undefined),
    bytes:
      route.consumes === 'bytes'
        ? fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes))
        : fc.constant(undefined),
  })
}

const spoil = (record: unknown, name: string, value: unknown): unknown =>
  typeof record === 'object' && record !== null && !Array.isArray(record) ? { ...record, [name]: value } : value

/** The same with one part spoilt: a value of another kind, a part left out, a part nobody asked for. */
export function spoiltCallsOf(route: Route): fc.Arbitrary<RoughCall> {
  return fc
    .tuple(callsOf(route), fc.constantFrom('params', 'query', 'body'), fc.string(), fc.jsonValue(), fc.nat())
    .map(([call, part, name, json, at]) => {
      // An address holds text alone; an object with a `toString` of its own would not even become one.
      const value = part === 'body' || typeof json !== 'object' ? json : JSON.stringify(json)
      const record = call[part as 'body']
      const names = Object.keys(typeof record === 'object' && record !== null ? record : {})
      return { ...call, [part]: spoil(record, at % 3 && names.length ? names[at % names.length]! : name, value) }
    })
}
