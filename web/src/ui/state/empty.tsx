import type { ReactNode } from 'react'

/** Nothing here: why, and what to do next. */
export const Empty = ({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) => (
  <div className="empty card">
    <h2>{title}</h2>
    {children}
    {actions && <div className="row">{actions}</div>}
  </div>
)
