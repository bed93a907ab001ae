import type { ReactNode } from 'react'

/** A section that is opened when it is needed: what is rarely done does not stand in the way. */
export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="card fold">
    <summary>{title}</summary>
    {children}
  </details>
)
