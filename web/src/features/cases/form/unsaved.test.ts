import { describe, expect, it } from 'vitest'
import { conflictsAfter, confirmed, NOTHING, typing } from './unsaved.ts'

const conflict = (key: string) => ({ key, stored: '即墨', sent: '城阳' })

describe('what was typed', () => {
  it('is let go once the server has kept it', () => {
    const sent = typing(NOTHING, 'name', '海')
    expect(confirmed(sent, sent, [])).toEqual(NOTHING)
  })

  it('stays where it was changed while it was on its way', () => {
    const sent = typing(NOTHING, 'name', '海')
    const now = typing(typing(sent, 'name', '海边'), 'place', '城阳')
    expect(confirmed(now, sent, []).typed).toEqual({ name: '海边', place: '城阳' })
  })

  it('stays where another device had changed the same field', () => {
    const sent = typing(typing(NOTHING, 'name', '海'), 'place', '城阳')
    expect(confirmed(sent, sent, [conflict('place')]).typed).toEqual({ place: '城阳' })
  })
})

describe('two devices', () => {
  it('are settled field by field: what was not sent again stays open', () => {
    const open = [conflict('place'), conflict('name')]
    expect(conflictsAfter(open, { place: '即墨' }, [])).toEqual([conflict('name')])
  })

  it('may disagree once more', () => {
    expect(conflictsAfter([conflict('place')], { place: '城阳' }, [conflict('place')])).toEqual([conflict('place')])
  })
})
