import { expect, test } from 'vitest'
import { placesFor } from './places.ts'

/** Work that says when it began and goes on when it is told to. */
function workOf(name: string, begun: string[]) {
  let end = () => {}
  let fail = () => {}
  const ended = new Promise<string>((resolve, reject) => {
    end = () => resolve(name)
    fail = () => reject(new Error(name))
  })
  const work = () => {
    begun.push(name)
    return ended
  }
  return { work, end, fail }
}
/** Lets everything run that waits for nothing outside. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('of two places both are taken, a third waits until one is free, in the order of coming', async () => {
  const begun: string[] = []
  const inPlace = placesFor(2)
  const works = ['甲', '乙', '丙', '丁'].map((name) => workOf(name, begun))
  const done = works.map(({ work }) => inPlace(work))
  await turn()
  expect(begun).toEqual(['甲', '乙'])
  works[1]!.end()
  expect(await done[1]).toBe('乙')
  await turn()
  expect(begun).toEqual(['甲', '乙', '丙'])
  for (const { end } of works) end()
  expect(await Promise.all(done)).toEqual(['甲', '乙', '丙', '丁'])
})

test('a failure gives its place to the next, and is told to who asked', async () => {
  const begun: string[] = []
  const inPlace = placesFor(1)
  const [first, second] = [workOf('甲', begun), workOf('乙', begun)]
  const failing = inPlace(first.work)
  const next = inPlace(second.work)
  first.fail()
  await expect(failing).rejects.toThrow('甲')
  second.end()
  expect(await next).toBe('乙')
  expect(begun).toEqual(['甲', '乙'])
})
