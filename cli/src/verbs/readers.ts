import {
  classifyTitle,
  educationName,
  explainIdProblem,
  fullName,
  readEducation,
  readExperience,
  readId,
  readPlace,
  readSalary,
} from '@renshu/codes'
import type { Language, Subject } from '../commands.ts'
import { messagesIn } from '../messages/index.ts'
import { yuanOf } from '../text/tsv.ts'

type Cells = (string | number | undefined)[]

/** The columns behind the text itself, as `docs/cli.md` lists them; empty where nothing was understood. */
export const READERS: Record<Subject, (text: string, language: Language) => Cells> = {
  occupation: occupationCells,
  place: placeCells,
  salary: salaryCells,
  education: educationCells,
  experience: experienceCells,
  id: idCells,
}

function occupationCells(text: string): Cells {
  const [best] = text ? classifyTitle(text) : []
  return best ? [best.code, best.name, best.confidence.toFixed(2), best.evidence] : ['', '', '', '']
}

const withName = (code: string) => `${code} ${fullName(code)}`

function placeCells(text: string): Cells {
  const reading = readPlace(text)
  if (reading.kind === 'division') return [reading.codes.join('|'), reading.codes.map(fullName).join('|'), '']
  if (reading.kind === 'ambiguous') return ['AMBIGUOUS', '', reading.candidates.map(withName).join('|')]
  return reading.kind === 'anywhere' ? ['ANY', '', ''] : ['', '', '']
}

function salaryCells(text: string): Cells {
  const reading = readSalary(text)
  if (reading.kind === 'range') return [yuanOf(reading.min), yuanOf(reading.max), reading.months, 0]
  return reading.kind === 'negotiable' ? ['', '', '', 1] : ['', '', '', 0]
}

function educationCells(text: string, language: Language): Cells {
  const reading = readEducation(text)
  return reading.kind === 'level' ? [reading.level, educationName(reading.level, language)] : ['', '']
}

function experienceCells(text: string): Cells {
  const reading = readExperience(text)
  return reading.kind === 'years' ? [reading.min, reading.max] : ['', '']
}

function idCells(text: string, language: Language): Cells {
  const { kind, valid, reason } = readId(text)
  if (reason) return [kind, 0, explainIdProblem(reason, language)]
  return [kind, valid ? 1 : 0, kind === 'unknown' && text ? messagesIn(language).read.unknownId() : '']
}
