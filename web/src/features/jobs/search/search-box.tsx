import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { ComboBox, useAsked } from '../../../ui/filter/combo-box.tsx'
import { useSuggestions } from '../queries.ts'

interface JobSearchBoxProps {
  /** What is being asked now. */
  value: string
  onSearch: (text: string) => void
}

/** A whole wish in one box, with completions below it. */
export function JobSearchBox({ value, onSearch }: JobSearchBoxProps) {
  const { t } = useTranslation('jobs')
  const id = useId()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const { asked, ask, close } = useAsked()
  const { data } = useSuggestions(asked ?? '')
  const search = (chosen: string) => {
    close()
    setText(chosen.trim())
    onSearch(chosen.trim())
  }
  return (
    <form
      className="shell-search job-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        search(text)
      }}
    >
      <label htmlFor={id} className="unseen">
        {t('search.label')}
      </label>
      <ComboBox
        input={{ id, enterKeyHint: 'search', maxLength: 100, placeholder: t('search.hint') }}
        text={text}
        onText={(next) => {
          setText(next)
          ask(next)
        }}
        items={asked ? (data ?? []) : []}
        label={t('search.suggestions')}
        onPick={(item) => search(item.text)}
        onClose={close}
      >
        {(item) => (
          <>
            <span>{item.text}</span>
            <span className="small quiet">{t('search.count', { count: item.count })}</span>
          </>
        )}
      </ComboBox>
      <Button type="submit" kind="primary">
        {t('search.go')}
      </Button>
    </form>
  )
}
