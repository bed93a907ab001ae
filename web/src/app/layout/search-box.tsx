import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

/** The search box of every page. It finds organisations; each further room adds its own answers. */
export function SearchBox() {
  const { t } = useTranslation('ui')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const id = useId()
  return (
    <form
      className="shell-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/organisations', search: { q: text.trim() } })
      }}
    >
      <label htmlFor={id} className="unseen">
        {t('search.label')}
      </label>
      <input
        id={id}
        className="input"
        type="search"
        enterKeyHint="search"
        maxLength={60}
        placeholder={t('search.hint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{t('search.go')}</Button>
    </form>
  )
}
