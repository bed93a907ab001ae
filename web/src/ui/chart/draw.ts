import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { number } from '../format.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export interface Drawing {
  categories: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[]; kind?: 'bar' | 'line' }[]
  unit: string
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

function optionsOf({ categories, series, unit }: Drawing) {
  const text = { color: colour('--text-quiet'), fontFamily: getComputedStyle(document.documentElement).fontFamily }
  const line = { lineStyle: { color: colour('--line') } }
  return {
    animation: false,
    color: [1, 2, 3, 4, 5].map((index) => colour(`--chart-${index}`)),
    textStyle: text,
    grid: { left: 8, right: 16, top: 44, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, top: 0, right: 0, textStyle: text },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn like the chart: the content policy forbids the inline styles of an HTML one.
      renderMode: 'richText' as const,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${number(value)} ${unit}` : '-'),
    },
    xAxis: { type: 'category' as const, data: [...categories], axisLabel: text, axisLine: line },
    yAxis: { type: 'value' as const, name: unit, nameTextStyle: text, axisLabel: text, splitLine: line },
    series: series.map(({ name, values, kind = 'bar' }) => ({ name, type: kind, data: [...values], barMaxWidth: 36 })),
  }
}

/** Draws into the element and follows its size; the answer takes the drawing away. */
export function draw(element: HTMLElement, drawing: Drawing): () => void {
  const chart = init(element, null, { renderer: 'svg' })
  chart.setOption(optionsOf(drawing))
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(element)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
