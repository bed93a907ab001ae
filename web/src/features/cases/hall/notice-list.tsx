import type { CaseNotice } from '@renshu/contracts'
import type { ReactNode } from 'react'
import { Answer } from '../../../ui/state/answer.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import type { usePages } from '../../../ui/table/use-pages.ts'

interface NoticeListProps {
  of: ReturnType<typeof usePages<CaseNotice>>
  /** Said where there is none. */
  empty: ReactNode
  children: (notice: CaseNotice) => ReactNode
}

/** Notices, page by page. */
export const NoticeList = ({ of: list, empty, children }: NoticeListProps) => (
  <Answer of={list}>
    {({ rows, total, atLeast }) =>
      rows.length ? (
        <>
          <ul className="plain stack">{rows.map(children)}</ul>
          <PagedFoot shown={rows.length} total={total} atLeast={atLeast} onMore={list.more} pending={list.pending} />
        </>
      ) : (
        empty
      )
    }
  </Answer>
)
