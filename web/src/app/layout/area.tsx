import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Skeleton } from '../../ui/state/skeleton.tsx'

/** What stays visible of the room before the open one, in pixels. */
const GAP = 48

interface AreaProps {
  title: string
  /** Links of the area, in the order of the day's work. */
  links: readonly ReactNode[]
  /** Above every room of it. */
  notice?: ReactNode
}

/** A desk: its rooms at the side, one of them open. On phones the rooms lie in a row that shows the open one. */
export function Area({ title, links, notice }: AreaProps) {
  const rooms = useRef<HTMLUListElement>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => {
    const row = rooms.current
    const open = row?.querySelector('[aria-current=page]')
    if (row && open) row.scrollLeft += open.getBoundingClientRect().left - row.getBoundingClientRect().left - GAP
  }, [path, links.length])
  return (
    <div className="area">
      <nav className="area-nav" aria-label={title}>
        <p className="area-title">{title}</p>
        <ul ref={rooms} className="plain">
          {links.map((link, index) => (
            <li key={index}>{link}</li>
          ))}
        </ul>
      </nav>
      <div>
        <div className="area-notice">{notice}</div>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
