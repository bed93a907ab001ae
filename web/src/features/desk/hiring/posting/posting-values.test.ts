import type { JobDraft } from '@renshu/contracts'
import { expect, it } from 'vitest'
import { changesOf, emptyPosting, readInto } from './posting-values.ts'

const draft: JobDraft = {
  title: '叉车司机',
  occupations: [{ code: '6-30-05-02', name: '叉车司机', confidence: 0.9 }],
  places: [],
  openings: 3,
  salary: null,
  education: null,
  years: null,
  employment: [],
  shifts: [],
  welfare: [{ code: 'housing', name: '包住' }],
  certificates: [],
  skills: [],
  cleaned: '',
  signals: [],
  market: null,
}

it('a text that names no place leaves the places that were filled in', () => {
  expect(readInto(draft, '招叉车司机')).not.toHaveProperty('places')
})

it('the number of openings goes to the first place that was read', () => {
  const places = ['370211', '370202'].map((place) => ({ place, name: place }))
  expect(readInto({ ...draft, places }, '').places?.map(({ openings }) => openings)).toEqual([3, 1])
})

it('only what was changed is sent; an emptied field that was empty is no change', () => {
  const before = emptyPosting('2026-12-31')
  const body = { version: 2, title: '电工', education: null, places: [], validUntil: '2026-12-31' }
  expect(changesOf(body, before)).toEqual({ version: 2, title: '电工' })
})
