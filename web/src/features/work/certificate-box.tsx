import type { Named } from '@renshu/contracts'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ComboBox, useAsked } from '../../ui/filter/combo-box.tsx'
import { useCertificates } from './codes.ts'

interface CertificateBoxProps {
  label: string
  /** Codes that are chosen already. */
  chosen: readonly string[]
  /** Shown before anything is typed. */
  common?: readonly Named[]
  onPick: (certificate: Named) => void
}

/** Any certificate of the national vocabulary, found by typing what people call it. */
export function CertificateBox({ label, chosen, common = [], onPick }: CertificateBoxProps) {
  const { t } = useTranslation('work')
  const id = useId()
  const [text, setText] = useState('')
  const { asked, ask, close } = useAsked()
  const { data, isSuccess } = useCertificates(asked ?? '')
  const found = asked === '' ? common : asked ? (data ?? []) : []
  const items = found.filter(({ code }) => !chosen.includes(code))
  const pick = (item: Named) => {
    setText('')
    close()
    onPick(item)
  }
  return (
    <div
      className="field"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.defaultPrevented) return
        // Enter takes the nearest one; it does not send the form around it.
        event.preventDefault()
        if (text && items[0]) pick(items[0])
      }}
    >
      <label htmlFor={id}>{label}</label>
      <ComboBox
        input={{
          id,
          name: 'certificates',
          maxLength: 40,
          placeholder: t('certificateBox.hint'),
          onFocus: () => ask(text),
          onClick: () => ask(text),
        }}
        text={text}
        onText={(next) => {
          setText(next)
          ask(next)
        }}
        items={items}
        label={label}
        onPick={pick}
        onClose={close}
      >
        {({ name }) => <span>{name}</span>}
      </ComboBox>
      <div role="status" className="hint">
        {asked && isSuccess && !items.length && t(found.length ? 'certificateBox.chosen' : 'certificateBox.none')}
      </div>
    </div>
  )
}
