import { type Job, MatchEngine, type Talent, type TitleComparer } from '@renshu/match'
import { crc32 } from 'node:zlib'
import { takeApart } from './plain.ts'

const ASKED_ON = '2026-01-05'
const OCCUPATIONS = [
  { code: '6-30-05-01', confidence: 0.9 },
  { code: '2-06-03-00', confidence: 0.5 },
]

const JOBS: Job[] = [
  {
    id: '1',
    title: '叉车司机',
    occupations: OCCUPATIONS,
    places: ['370211', '370202'],
    remote: true,
    salary: { min: 600_000, max: 800_000 },
    education: 'junior',
    years: 1,
    age: { max: 35, legal: true },
    certificates: [{ code: 'forklift-n1', required: true }],
    employment: ['fullTime'],
    shifts: ['night'],
    startBy: '2026-03-01',
    skills: ['叉车', 'Excel'],
    terms: ['叉车', '夜班', '夜班'],
    employer: '示例机械',
    industry: 'C34',
    updatedOn: '2026-01-01',
  },
  { id: '2', title: '', occupations: [], places: [], certificates: [], skills: [], terms: [] },
]

const TALENTS: Talent[] = [
  {
    id: '1',
    wishes: [
      { title: '叉车工', occupations: OCCUPATIONS },
      { title: '会计', occupations: [] },
    ],
    places: ['370200'],
    home: '370211',
    commuteKm: 20,
    remote: true,
    salary: { min: 650_000, max: 900_000 },
    education: 'college',
    years: 3,
    born: 1985,
    certificates: ['driving-c1'],
    employment: ['partTime'],
    availableFrom: '2026-02-01',
    skills: ['叉车', '装卸'],
    terms: ['叉车', '装卸'],
    refuses: { employers: ['样品'], industries: ['H62'], occupations: ['6-30-05'], shifts: ['night'] },
    updatedOn: '2026-01-02',
  },
  { id: '2', wishes: [], places: [], certificates: [], skills: [], terms: [] },
]

const known = new WeakMap<TitleComparer, string>()

/**
 * Names how this engine lays an index out and what it knows of titles: the checksum of the index of a fixed hamlet. When
 * a part, a level, a column, a setting's default or the table of titles changes, so does the hamlet's index.
 */
export function fingerprintOf(titles: TitleComparer): string {
  const found = known.get(titles)
  if (found) return found
  const { state } = MatchEngine.build({ jobs: JOBS, talents: TALENTS, asOf: ASKED_ON, titles })
  const { text, sections } = takeApart({
    ...state,
    segments: { jobs: bases(state.segments.jobs), talents: bases(state.segments.talents) },
  })
  const crc = sections.reduce((crc, { bytes }) => crc32(bytes, crc), crc32(text))
  const fingerprint = crc.toString(16).padStart(8, '0')
  known.set(titles, fingerprint)
  return fingerprint
}

/** What takes updates is empty and large. */
const bases = <T>(segments: T[]): T[] => segments.slice(0, 1)
