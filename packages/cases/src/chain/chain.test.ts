import { expect, test } from 'vitest'
import { Drive } from '../testing/drive.ts'
import { hash } from '../testing/subsidy.ts'
import { canonical } from './canonical.ts'
import { type KeptEvent, verifyChain } from './chain.ts'

const drive = new Drive().toNotice()
const verify = (events: readonly KeptEvent[]) => verifyChain(drive.prepared, events, hash)
const changed = (place: number, change: Partial<KeptEvent>) =>
  drive.events.map((event, at) => (at === place ? { ...event, ...change } : event))

test('any changed part of any event is found, and the event named', () => {
  for (const [place, event] of drive.events.entries()) {
    expect(verify(changed(place, { actor: 'somebody' }))).toMatchObject({ isWhole: false, n: place + 1, wrong: 'hash' })
    expect(verify(changed(place, { at: '2020-01-01T00:00:00Z' }))).toMatchObject({ n: place + 1, wrong: 'hash' })
    expect(verify(changed(place, { body: { ...event.body, on: '2020-01-01' } }))).toMatchObject({
      n: place + 1,
      wrong: 'seal',
    })
    expect(verify(changed(place, { prev: 'x' }))).toMatchObject({ n: place + 1, wrong: 'link' })
  }
})

test('an event left out, put in or put elsewhere is found', () => {
  const [first, second, ...rest] = drive.events
  expect(verify([first!, ...rest])).toMatchObject({ isWhole: false, n: 2, wrong: 'order' })
  expect(verify([second!, first!, ...rest])).toMatchObject({ isWhole: false, n: 1, wrong: 'order' })
})

test('a chain begins at its definition', () => {
  expect(verifyChain({ version: 'another' }, drive.events, hash)).toMatchObject({ n: 1, wrong: 'link' })
})

test('what an event says can be erased, and the chain still holds', () => {
  const erased = drive.events.map((event) => ({ ...event, body: undefined, salt: undefined }))
  expect(verify(erased)).toMatchObject({ isWhole: true })
})

test('no fact stands in the open part of an event', () => {
  for (const { body: _body, salt: _salt, ...open } of drive.events) expect(canonical(open)).not.toContain('6222')
})
