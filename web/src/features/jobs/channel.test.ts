import { expect, test } from 'vitest'
import { channelOf } from './channel.ts'

test('an application made from a recommendation says so; every other way in is a search', () => {
  expect(channelOf('recommendation')).toBe('recommendation')
  expect(channelOf(undefined)).toBe('search')
})

test('an address cannot make up a channel', () => {
  for (const from of ['fair', 'officer', 'agency', 'x', '']) expect(channelOf(from)).toBe('search')
})
