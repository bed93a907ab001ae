import { checkSettings, DEFAULT_SETTINGS, FACTORS, InvalidSettings, type Settings } from '@renshu/match'
import { readText } from '../input.ts'
import { Stop } from '../failure/stop.ts'
import { nearest } from '../text/nearest.ts'

type Tree = { [name: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Settings of a JSON file laid over the defaults: `{"salaryTolerance": 0.1, "weights": {…}}`, or the weights alone.
 * @throws Stop (usage) for a name that does not exist, a value of another kind, or a value out of range.
 */
export async function loadSettings(path: string | undefined): Promise<Settings> {
  if (path === undefined) return DEFAULT_SETTINGS
  const given = parse(await readText(path), path)
  const isWeights =
    Object.keys(given).length > 0 && Object.keys(given).every((name) => (FACTORS as readonly string[]).includes(name))
  const settings = lay(isWeights ? { weights: given } : given, DEFAULT_SETTINGS, path, '') as Settings
  try {
    return checkSettings(settings)
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error
    const { setting, value } = error
    throw new Stop('usage', (m) =>
      setting === 'weights'
        ? m.match.badWeights(path, Number(value))
        : m.match.badSetting(path, setting, String(value)),
    )
  }
}

function parse(text: string, path: string): Tree {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    if (isTree(value)) return value
  } catch {
    // Told below, like a list or a bare number.
  }
  throw new Stop('usage', (m) => m.match.settingsNotJson(path))
}

/** Lays `given` over `base`, which also says what names and kinds of values there are. */
function lay(given: Tree, base: Tree, path: string, prefix: string): Tree {
  const laid = { ...base }
  for (const [name, value] of Object.entries(given)) {
    const before = base[name]
    const full = prefix + name
    if (before === undefined)
      throw new Stop('usage', (m) => m.match.unknownSetting(path, full, nearest(name, Object.keys(base))))
    const isAlike = Array.isArray(before)
      ? Array.isArray(value) && value.length === before.length && value.every((item) => typeof item === 'number')
      : isTree(before) === isTree(value) && typeof before === typeof value
    if (!isAlike) throw new Stop('usage', (m) => m.match.badSetting(path, full, JSON.stringify(value)))
    laid[name] = isTree(value) ? lay(value, before as Tree, path, `${full}.`) : value
  }
  return laid
}
