import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import type { Column } from './columns.ts'
import { csvOf } from './csv.ts'
import { download } from './download.ts'

interface ExportButtonProps<T> {
  /** Name of the file without its ending. */
  name: string
  columns: readonly Column<T>[]
  rows: readonly T[]
}

/** The rows on the page as a file for a spreadsheet. */
export function ExportButton<T>({ name, columns, rows }: ExportButtonProps<T>) {
  const { t } = useTranslation('ui')
  return (
    <Button disabled={!rows.length} onClick={() => download(`${name}.csv`, 'text/csv', csvOf(columns, rows))}>
      {t('table.export')}
    </Button>
  )
}
