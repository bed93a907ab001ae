import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Texts = { [key: string]: string | Texts }
const here = import.meta.dirname
const source = join(here, '..')

const keysOf = (texts: Texts, before = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [`${before}${key}`] : keysOf(text, `${before}${key}.`),
  )
const valuesOf = (texts: Texts, before = ''): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[`${before}${key}`, text]] : valuesOf(text, `${before}${key}.`),
  )
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

async function read(language: string, file: string): Promise<Texts> {
  const module = (await import(join(here, language, file))) as Record<string, Texts>
  return module[file.replace(/\.ts$/, '')]!
}

describe.each(readdirSync(join(here, 'zh')))('texts %s', (file) => {
  it('has the same keys in both languages, none of them empty', async () => {
    const [zh, en] = [await read('zh', file), await read('en', file)]
    expect(keysOf(en)).toEqual(keysOf(zh))
    for (const [key, text] of [...valuesOf(zh), ...valuesOf(en)]) expect(text.trim(), key).not.toBe('')
  })

  it('fills the same slots in both languages', async () => {
    const en = Object.fromEntries(valuesOf(await read('en', file)))
    for (const [key, text] of valuesOf(await read('zh', file))) expect(slots(en[key]!), key).toEqual(slots(text))
  })

  it('is written in its language', async () => {
    const han = /\p{Script=Han}/u
    for (const [key, text] of valuesOf(await read('en', file)))
      if (key !== 'language' && key !== 'languageLabel') expect(han.test(text), `${key}: ${text}`).toBe(false)
  })
})

it('no page holds words of its own: no Han characters in code, no plain English between tags', () => {
  const pages = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'))
  expect(pages.length).toBeGreaterThan(20)
  for (const path of pages) {
    const code = readFileSync(join(source, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    expect(code.match(/\p{Script=Han}/u)?.[0], path).toBeUndefined()
    expect(code.match(/<\/?\w+[^<>=]*>\s*[A-Z][a-z]+ [a-z][^<{]*</)?.[0], path).toBeUndefined()
  }
})
