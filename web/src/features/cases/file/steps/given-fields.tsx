import type { CaseFile } from '@renshu/contracts'
import { useService } from '../../hall/queries.ts'
import { Question } from '../../form/question.tsx'
import { fieldName, type FieldTypes } from './step-values.ts'

/** What kind each field of the case's service is. */
export function useFieldTypes({ service: { key } }: CaseFile): FieldTypes {
  const { data } = useService(key)
  return Object.fromEntries((data?.fields ?? []).map((field) => [field.key, field.type]))
}

interface GivenFieldsProps {
  file: CaseFile
  /** Keys of the fields that the step asks for. */
  keys: readonly string[]
}

/** The fields a step asks for, with the words of the service. */
export function GivenFields({ file, keys }: GivenFieldsProps) {
  const { data: service } = useService(file.service.key)
  if (!keys.length) return null
  return keys.map((key) => {
    const field = service?.fields.find((each) => each.key === key)
    const name = { zh: key, en: key }
    const asked = field ?? { label: name, question: name, type: 'text' as const, options: null, min: null, max: null }
    return <Question key={key} of={{ ...asked, key: fieldName(key) }} />
  })
}
