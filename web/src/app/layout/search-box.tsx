import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

/** The search box of every page: it finds postings or organisations, as the room asks. */
export function SearchBox({ room }: { room: '/jobs' | '/organisations' }) {
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
        void navigate({ to: room, search: { q: text.trim() } })
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
        placeholder={t(room === '/jobs' ? 'search.jobHint' : 'search.hint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{t('search.go')}</Button>
    </form>
  )
}
