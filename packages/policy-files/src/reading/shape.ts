import { readDay, type Text } from '@renshu/policy'
import type { Path } from './fault.ts'

/** Says where a value has not the shape; empty when it has. */
export type Shape = (value: unknown, path: Path) => { path: Path; reason: Text }[]

const wrong = (path: Path, zh: string, en: string) => [{ path, reason: { zh, en } }]

export const words: Shape = (value, path) =>
  typeof value === 'string' && value.trim() ? [] : wrong(path, '这里要写文字', 'text is needed')

export const matching =
  (form: RegExp, zh: string, en: string): Shape =>
  (value, path) =>
    typeof value === 'string' && form.test(value) ? [] : wrong(path, zh, en)

export const day: Shape = (value, path) =>
  typeof value === 'string' && readDay(value) !== undefined
    ? []
    : wrong(path, '日期写作 2025-01-31，并且要有这一天', 'a day of the calendar is written 2025-01-31')

export const oneOf =
  (...options: readonly string[]): Shape =>
  (value, path) =>
    options.includes(value as string)
      ? []
      : wrong(path, `只能是 ${options.join('、')}`, `must be one of ${options.join(', ')}`)

/** As facts and amounts are written; their type is checked later. */
export const plain: Shape = (value, path) =>
  ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)
    ? []
    : wrong(path, '这里要写一个值', 'a value is needed')

export const anything: Shape = (value, path) =>
  value === null || value === undefined ? wrong(path, '这里不能空着', 'this must not be empty') : []

export const listOf =
  (shape: Shape, atLeast = 0): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, '这里要写列表', 'a list is needed')
    if (value.length < atLeast) return wrong(path, `至少要有 ${atLeast} 项`, `at least ${atLeast} needed`)
    return value.flatMap((item, place) => shape(item, [...path, place]))
  }

type Fields = Readonly<Record<string, Shape>>

const entriesOf = (value: unknown): [string, unknown][] | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined

/** An object with these keys and no others; a key ending in `?` may be left out. */
export const object = (fields: Fields): Shape => {
  const shapes = new Map(Object.entries(fields).map(([key, shape]) => [key.replace('?', ''), shape]))
  const needed = Object.keys(fields).filter((key) => !key.endsWith('?'))
  const names = [...shapes.keys()].join(', ')
  return (value, path) => {
    const entries = entriesOf(value)
    if (!entries) return wrong(path, `这里要写 ${names}`, `${names} are needed`)
    const given = new Set(entries.map(([key]) => key))
    return [
      ...entries.flatMap(([key, inner]) => {
        const shape = shapes.get(key)
        const own = [...path, key]
        return shape
          ? shape(inner, own)
          : wrong(own, `没有“${key}”这一项，只有 ${names}`, `no “${key}” here, only ${names}`)
      }),
      ...needed.flatMap((key) => (given.has(key) ? [] : wrong(path, `缺少 ${key}`, `${key} is missing`))),
    ]
  }
}

/** An object with any keys. */
export const recordOf =
  (shape: Shape): Shape =>
  (value, path) =>
    entriesOf(value)?.flatMap(([key, inner]) => shape(inner, [...path, key])) ??
    wrong(path, '这里要写“名称: 值”', 'names and values are needed')

/** One of several objects, told by a key. */
export const byKind =
  (key: string, shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    const kind = (value as Record<string, unknown> | null)?.[key]
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
    return shape ? shape(value, path) : oneOf(...Object.keys(shapes))(kind, [...path, key])
  }
