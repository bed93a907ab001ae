import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split(":root[data-theme='dark']")
const read = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]))
const THEMES = { light: read(light), dark: { ...read(light), ...read(dark) } }

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(first: string, second: string): number {
  const [high = 0, low = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['ground', 'surface', 'raised', 'sunken']
const TEXT_PAIRS = [
  ...GROUNDS.flatMap((ground) => ['text', 'text-quiet', 'accent', 'accent-strong'].map((text) => [text, ground])),
  ...['good', 'warn', 'bad', 'accent'].map((tone) => [tone, `${tone}-soft`]),
  ['text', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['bad', 'raised'],
  ['bad', 'surface'],
]

describe.each(Object.entries(THEMES))('%s', (_, theme) => {
  it.each(TEXT_PAIRS)('%s can be read on %s (WCAG AA, 4.5)', (text, ground) => {
    expect(contrast(theme[text!]!, theme[ground!]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(GROUNDS)('edges of controls can be seen on %s (3.0)', (ground) => {
    expect(contrast(theme['line-strong']!, theme[ground]!)).toBeGreaterThanOrEqual(3)
  })
})
