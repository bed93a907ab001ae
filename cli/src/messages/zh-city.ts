/** What `renshu city` says, in Chinese. `en-city.ts` has the same keys. */
export const zhCity = {
  unknownSubject: (subject: string) => `不会做“city ${subject}”，目前只有 check。`,
  finding: (file: string, path: string, reason: string) => `${file}${path && ` 的 ${path}`}：${reason}`,
  wrong: (count: number) => `有 ${count} 处要改，改好再启动；有错的城市不会被使用。`,
  city: (code: string, name: string, districts: number, streets: number) =>
    `${code} ${name}：${districts} 个区市，${streets} 个街道和镇`,
  parameters: (total: number, examples: number) => `  参数 ${total} 项，其中示例 ${examples} 项`,
  demo: (agencies: number, employers: number, parks: number) =>
    `  演示数据：机构 ${agencies} 家，用人单位 ${employers} 家，园区 ${parks} 个`,
}
