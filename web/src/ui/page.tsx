import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'

interface PageProps {
  title: string
  lead?: ReactNode
  /** At most one of them is primary. */
  actions?: ReactNode
  children?: ReactNode
}

/** A page: its title is the document's too, so that history and screen readers name it. */
export function Page({ title, lead, actions, children }: PageProps) {
  const { t } = useTranslation('ui')
  useEffect(() => {
    document.title = `${title} - ${t('product')}`
  }, [title, t])
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      <div className="stack">{children}</div>
    </>
  )
}
