import type { ReactNode } from 'react'

export interface Moment {
  id: string
  title: ReactNode
  /** When and by whom, small. */
  about: ReactNode
  text?: ReactNode
}

/** What happened, one after the other, the latest first or last as it is given. */
export const Timeline = ({ of: moments }: { of: readonly Moment[] }) => (
  <ol className="timeline">
    {moments.map(({ id, title, about, text }) => (
      <li key={id}>
        <div>{title}</div>
        <div className="small quiet">{about}</div>
        {text && <p className="timeline-text">{text}</p>}
      </li>
    ))}
  </ol>
)
