import { accountsRoutes, registryRoutes } from '@renshu/contracts'
import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { bodyOf, problemsOf, shapeOf } from './values.ts'

const t = ((key: string) => key) as unknown as TFunction<'ui'>

describe('bodyOf', () => {
  const describeShape = shapeOf(registryRoutes.describe)

  it('sends an emptied field as null where the contract allows it, so that a change can clear it', () => {
    expect(bodyOf({ website: '', version: 3 }, describeShape)).toEqual({ website: null, version: 3 })
  })

  it('sends an emptied text as empty text where the contract allows it', () => {
    expect(bodyOf({ description: '' }, describeShape)).toEqual({ description: '' })
  })

  it('leaves an empty field out where it may be missing, and keeps it where it may not', () => {
    const shape = shapeOf(accountsRoutes.signInByCode)
    expect(bodyOf({ phone: '', name: '' }, shape)).toEqual({ phone: '' })
  })

  it('sends nothing the contract does not know, such as the names of uploaded files', () => {
    const shape = shapeOf(registryRoutes.submitVerification)
    expect(bodyOf({ documents: [], documentsNames: { a: 'b' } }, shape)).toEqual({ documents: [] })
  })
})

describe('problemsOf', () => {
  const { sendCode, changeMe, setPassword } = accountsRoutes

  it('finds nothing wrong with what the contract takes', () => {
    expect(problemsOf(sendCode, { phone: '13800000000' }, [], t)).toEqual({})
  })

  it('says of an empty field that it is missing, of a wrong one that it is wrong', () => {
    expect(problemsOf(sendCode, { phone: '' }, [], t)).toEqual({ phone: 'form.required' })
    expect(problemsOf(sendCode, { phone: '12' }, [], t)).toEqual({ phone: 'form.wrong' })
  })

  it('says how long a text has to be', () => {
    const proof = { code: '123456' }
    expect(problemsOf(setPassword, { password: 'short', proof }, [], t)).toEqual({ password: 'form.tooSmall' })
  })

  it('asks for what the form requires though the contract would take its absence', () => {
    expect(problemsOf(changeMe, { version: 1 }, ['name'], t)).toEqual({ name: 'form.required' })
  })
})
