import { describe, expect, it } from 'vitest'
import { changed, loosened, queryOf, takenBack, toggled } from './question.ts'

describe('the address of a search', () => {
  it('keeps what the interface knows and leaves out what makes no sense', () => {
    expect(queryOf({ q: '叉车', place: '370211', pay: '300000', days: 'soon', sort: 'pay' })).toEqual({
      q: '叉车',
      place: '370211',
      pay: '300000',
      sort: 'pay',
    })
  })
  it('has no radius without a place', () => {
    expect(queryOf({ km: '5' })).toEqual({})
    expect(changed({ place: '370211', km: '5' }, 'place', undefined)).toEqual({})
  })
})

describe('taking back what was understood', () => {
  it('takes the words out of the box', () => {
    expect(takenBack({ q: '叉车 三千 包住', sort: 'pay' }, { field: 'pay', text: '三千' })).toEqual({
      q: '叉车 包住',
      sort: 'pay',
    })
    expect(takenBack({ q: '黄岛' }, { field: 'place', text: '黄岛' })).toEqual({})
  })
  it('searches words as text that do not stand in the box as such', () => {
    expect(takenBack({ q: 'huangdao' }, { field: 'place', text: '黄岛' })).toEqual({ q: 'huangdao', verbatim: 'place' })
  })
})

it('a filter of several codes takes one more, and gives it back', () => {
  expect(toggled('meals', 'housing')).toBe('meals,housing')
  expect(toggled('meals,housing', 'meals')).toBe('housing')
  expect(toggled('meals', 'meals')).toBeUndefined()
})

it('who found nothing is offered the search with one filter less each', () => {
  expect(loosened({ q: '焊工', place: '370211', km: '5' })).toEqual([
    { without: 'place', asked: { q: '焊工' } },
    { without: 'km', asked: { q: '焊工', place: '370211' } },
  ])
})
