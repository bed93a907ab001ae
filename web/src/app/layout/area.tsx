import { Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { Skeleton } from '../../ui/state/skeleton.tsx'

interface AreaProps {
  title: string
  /** Links of the area, in the order of the day's work. */
  links: readonly ReactNode[]
}

/** A desk: its rooms at the side, one of them open. */
export const Area = ({ title, links }: AreaProps) => (
  <div className="area">
    <nav className="area-nav" aria-label={title}>
      <p className="area-title">{title}</p>
      <ul className="plain">
        {links.map((link, index) => (
          <li key={index}>{link}</li>
        ))}
      </ul>
    </nav>
    <div>
      <Suspense fallback={<Skeleton lines={8} />}>
        <Outlet />
      </Suspense>
    </div>
  </div>
)
