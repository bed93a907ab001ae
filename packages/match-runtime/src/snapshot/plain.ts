import type { EngineState } from '@renshu/match'

type Path = string[]
const ARRAYS = { Uint8Array, Int8Array, Uint16Array, Int32Array, Uint32Array, Float64Array } as const
export type SectionKind = 'Memory' | keyof typeof ARRAYS

/** A memory or an array of numbers, and its bytes. */
export type Section = { kind: SectionKind; of: object; bytes: Uint8Array }

/** What JSON cannot hold, and where it stands: a section by its number, or undefined or a number that is not finite. */
type Special = { path: Path } & ({ section: number } | { word: string })

const WASM_PAGE = 65_536
const MOST_PAGES = 65_536

/**
 * A state as text and sections. Not a copy: the sections are the engine's own bytes. Nothing here knows how a state is
 * made up.
 */
export function takeApart(state: EngineState): { text: string; sections: Section[] } {
  const specials: Special[] = []
  const sections: Section[] = []
  const plain = strip(state, [], (path, value) => {
    const special = typeof value === 'object' ? { section: sections.push(value) - 1 } : { word: String(value) }
    specials.push({ path: [...path], ...special })
  })
  return { text: JSON.stringify({ plain, specials }), sections }
}

type Keep = (path: Path, value: Section | number | undefined) => void

/** The same value with `null` for everything special; what holds nothing special is not copied. */
function strip(value: unknown, path: Path, keep: Keep): unknown {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    keep(path, value)
    return null
  }
  if (typeof value !== 'object' || value === null) return value
  const section = sectionOf(value)
  if (!section) return stripEach(value as Record<string, unknown>, path, keep)
  keep(path, section)
  return null
}

function sectionOf(of: object): Section | undefined {
  if (of instanceof WebAssembly.Memory) return { kind: 'Memory', of, bytes: new Uint8Array(of.buffer) }
  if (!ArrayBuffer.isView(of)) return undefined
  const { buffer, byteOffset, byteLength, constructor } = of
  return { kind: constructor.name as SectionKind, of, bytes: new Uint8Array(buffer, byteOffset, byteLength) }
}

function stripEach(holder: Record<string, unknown>, path: Path, keep: Keep): unknown {
  const isArray = Array.isArray(holder)
  let copy: Record<string, unknown> | undefined
  for (const key in holder) {
    const value = holder[key]
    // A property that is undefined is one that is left out.
    if (value === undefined && !isArray) continue
    path.push(key)
    const plain = strip(value, path, keep)
    path.pop()
    if (plain === value) continue
    copy ??= (isArray ? [...holder] : { ...holder }) as Record<string, unknown>
    copy[key] = plain
  }
  return copy ?? holder
}

/** An empty section to be filled. */
export function makeSection(kind: SectionKind, bytes: number): Section {
  if (kind !== 'Memory') return sectionOf(new ARRAYS[kind](bytes / ARRAYS[kind].BYTES_PER_ELEMENT))!
  return sectionOf(new WebAssembly.Memory({ initial: bytes / WASM_PAGE, maximum: MOST_PAGES, shared: true }))!
}

/** The state of a text and the sections that came with it, which may still be empty. */
export function putTogether(text: string, sections: Section[]): EngineState {
  const { plain, specials } = JSON.parse(text) as { plain: EngineState; specials: Special[] }
  for (const special of specials)
    place(plain, special.path, 'section' in special ? sections[special.section]!.of : meaningOf(special.word))
  return plain
}

const meaningOf = (word: string): number | undefined => (word === 'undefined' ? undefined : Number(word))

function place(plain: object, path: Path, value: unknown): void {
  let holder = plain as Record<string, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>
  holder[path.at(-1)!] = value
}
