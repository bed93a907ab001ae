import { describe, expect, it } from 'vitest'
import { ownPath, parseSearch, texts, writeSearch } from './search.ts'

describe('the search part of an address', () => {
  it('keeps codes of digits as texts, there and back', () => {
    expect(parseSearch('?district=370202&q=%E9%9D%92')).toEqual({ district: '370202', q: '青' })
    expect(writeSearch({ district: '370202', q: '青' })).toBe('?district=370202&q=%E9%9D%92')
  })
  it('leaves out what is empty, and the question mark where nothing remains', () => {
    expect(writeSearch({ q: '', kind: undefined })).toBe('')
  })
  it('drops names nobody asked for', () => {
    expect(texts('q')({ q: 'a', evil: 'b' })).toEqual({ q: 'a' })
  })
})

describe('ownPath', () => {
  it('goes back to paths of this site', () => {
    expect(ownPath('/me/devices?x=1')).toBe('/me/devices?x=1')
  })
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\\b', undefined])('refuses %s', (path) => {
    expect(ownPath(path)).toBe('/')
  })
})
