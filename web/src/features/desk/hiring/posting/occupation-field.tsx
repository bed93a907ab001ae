import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ComboBox, useAsked } from '../../../../ui/filter/combo-box.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import { useOccupations } from '../../../work/codes.ts'
import type { Named } from './posting-values.ts'

/** The occupation, chosen from what the words were read as, the best first; any other is found by typing. */
export function OccupationField() {
  const { t } = useTranslation('hiring')
  const { values, set } = useFormState()
  const known = (values['occupationNames'] ?? []) as Named[]
  return (
    <>
      <ChoiceField
        name="occupation"
        label={t('posting.occupation')}
        hint={t('posting.occupationHint')}
        choices={known.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
        none={t('posting.noOccupation')}
      />
      <OtherOccupation
        onPick={({ code, name }) => {
          if (!known.some((each) => each.code === code)) set('occupationNames', [{ code, name }, ...known])
          set('occupation', code)
        }}
      />
    </>
  )
}

/** Begins with what the posting is called. */
function OtherOccupation({ onPick }: { onPick: (occupation: Named) => void }) {
  const { t } = useTranslation('hiring')
  const { values } = useFormState()
  const id = useId()
  const [text, setText] = useState('')
  const { asked, ask, close } = useAsked()
  const { data, isSuccess } = useOccupations(asked ?? '')
  const title = String(values['title'] ?? '')
  return (
    <div className="field" onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
      <label htmlFor={id}>{t('posting.findOccupation')}</label>
      <ComboBox
        input={{ id, maxLength: 40, placeholder: t('posting.findOccupationHint'), onFocus: () => ask(text || title) }}
        text={text}
        onText={(next) => {
          setText(next)
          ask(next || title)
        }}
        items={asked ? (data ?? []) : []}
        label={t('posting.findOccupation')}
        onPick={(item) => {
          setText('')
          close()
          onPick(item)
        }}
        onClose={close}
      >
        {(item) => (
          <>
            <span>{item.title}</span>
            <span className="small quiet">{`${item.name} ${item.code}`}</span>
          </>
        )}
      </ComboBox>
      <div role="status" className="hint">
        {asked && isSuccess && !data.length && t('posting.noneFound')}
      </div>
    </div>
  )
}
