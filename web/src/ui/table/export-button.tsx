import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { number } from '../format.ts'
import { notify } from '../notices.tsx'
import { problemText } from '../state/problem-text.ts'
import { useAttempt } from '../use-attempt.ts'
import type { Column } from './columns.ts'
import { csvOf } from './csv.ts'
import { download } from './download.ts'
import type { Pages } from './use-pages.ts'

interface ExportButtonProps<T> {
  /** Name of the file without its ending. */
  name: string
  columns: readonly Column<T>[]
  /** The rows, or what `usePages` gave: the file then holds the rows that were not read yet too. */
  rows: readonly T[] | Pages<T>
}

const isPages = <T,>(rows: readonly T[] | Pages<T>): rows is Pages<T> => 'all' in rows

/** The rows as a file for a spreadsheet. */
export function ExportButton<T>({ name, columns, rows }: ExportButtonProps<T>) {
  const { t } = useTranslation('ui')
  const { pending, attempt } = useAttempt()
  const save = async () => {
    try {
      const all = isPages(rows) ? await rows.all() : rows
      download(`${name}.csv`, 'text/csv', csvOf(columns, all))
      const total = isPages(rows) ? (rows.data?.total ?? 0) : 0
      if (all.length < total) notify(t('table.exportedPart', { shown: number(all.length), total: number(total) }))
    } catch (error) {
      notify(problemText(error) ?? t('problem.unreachable'), 'bad')
    }
  }
  const some = isPages(rows) ? rows.data?.rows : rows
  return (
    <Button disabled={!some?.length || pending} onClick={() => void attempt(save)}>
      {t(pending ? 'table.exporting' : 'table.export')}
    </Button>
  )
}
