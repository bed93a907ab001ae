import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import { ProblemNote } from '../../../../ui/state/problem-note.tsx'
import { useOrganisationId } from '../../queries.ts'
import { jobs } from '../queries.ts'
import type { Named } from './posting-values.ts'

const merge = (known: readonly Named[], found: readonly Named[]): Named[] => [
  ...found,
  ...known.filter(({ code }) => !found.some((each) => each.code === code)),
]

/** The occupation, chosen from what the words were read as, the best first; other words give other choices. */
export function OccupationField() {
  const { t } = useTranslation('hiring')
  const { values, set } = useFormState()
  const organisationId = useOrganisationId()
  const [error, setError] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const known = (values['occupationNames'] ?? []) as Named[]
  const title = String(values['title'] ?? '').trim()
  const find = async () => {
    setPending(true)
    setError(null)
    try {
      const { occupations } = await jobs.readText({ params: { organisationId }, body: { text: title } })
      const found = occupations.map(({ code, name }) => ({ code, name }))
      set('occupationNames', merge(known, found))
      if (found[0]) set('occupation', found[0].code)
    } catch (thrown) {
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return (
    <div className="stack">
      <ChoiceField
        name="occupation"
        label={t('posting.occupation')}
        hint={t('posting.occupationHint')}
        choices={known.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
        none={t('posting.noOccupation')}
      />
      <div>
        <Button disabled={!title || pending} onClick={() => void find()}>
          {t('posting.findOccupation')}
        </Button>
      </div>
      {error && <ProblemNote error={error} />}
    </div>
  )
}
