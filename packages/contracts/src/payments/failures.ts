import { failures } from '../failure.ts'

export const paymentsFailures = failures('payments', {
  noPayable: {
    kind: 'notFound',
    zh: '没有这笔应付款，或您无权查看',
    en: 'No such payment due, or not yours to see',
  },
  noBatch: { kind: 'notFound', zh: '没有这个批次，或您无权查看', en: 'No such batch, or not yours to see' },
  noAnswer: {
    kind: 'notFound',
    zh: '没有这份银行回单，或您无权查看',
    en: 'No such answer of the bank, or not yours to see',
  },
  noRecovery: { kind: 'notFound', zh: '没有这笔追回，或您无权查看', en: 'No such recovery, or not yours to see' },
  noReceipt: {
    kind: 'notFound',
    zh: '没有这笔待确认的到账，或已经确认过',
    en: 'No such receipt waits for confirmation, or it was settled already',
  },
  notCashier: {
    kind: 'forbidden',
    zh: '只有支付人员可以办理，请管理员给您支付职责',
    en: 'Only cashiers do this; an administrator gives the duty',
  },
  fourEyes: {
    kind: 'forbidden',
    zh: '要由另一个人办理：{what}的人不能再经手这一步',
    en: 'Another person has to do this: who {what} may not take this step too',
  },
  ownCase: {
    kind: 'forbidden',
    zh: '第 {row} 行的收款人是您本人或您所在的单位，按回避规定不能经手',
    en: 'Row {row} pays you or an organisation of yours, so you may not handle it',
  },
  notOpen: {
    kind: 'conflict',
    zh: '其中 {count} 笔已在别的批次里、已支付、已退回或已撤销，没有生成批次；请刷新后重选',
    en: '{count} of them are in another batch, paid, returned or withdrawn; no batch was made, reload and choose again',
  },
  nothingOpen: { kind: 'conflict', zh: '没有待支付的款项', en: 'Nothing is open to be paid' },
  tooManyRows: { kind: 'invalid', zh: '一个批次最多 {most} 行', en: 'A batch has at most {most} rows' },
  notNow: {
    kind: 'conflict',
    zh: '现在不能这样做：状态是“{status}”，请刷新',
    en: 'Not possible now: it stands at {status}; reload',
  },
  badAccount: {
    kind: 'invalid',
    zh: '账号要是 8 至 32 位数字，户名和开户银行要填写',
    en: 'An account has 8 to 32 digits, a holder and a bank',
  },
  accountMissing: {
    kind: 'conflict',
    zh: '第 {row} 行还没有可用的收款账户，请先补正并确认',
    en: 'Row {row} has no account that can be used; have it corrected and confirmed first',
  },
  reasonMissing: { kind: 'invalid', zh: '请写明理由', en: 'Say why' },
  badEncoding: {
    kind: 'invalid',
    zh: '读不出文字：请用 UTF-8 或 GB18030 编码的 CSV；没有登记任何一行',
    en: 'The text cannot be read: send a CSV in UTF-8 or GB18030; nothing was booked',
  },
  badColumns: {
    kind: 'invalid',
    zh: '表头不对，应为：{columns}；没有登记任何一行',
    en: 'The header is not right, it should be: {columns}; nothing was booked',
  },
  badRow: {
    kind: 'invalid',
    zh: '第 {line} 行的“{column}”读不懂：{value}；没有登记任何一行',
    en: 'Line {line}, column {column}: {value} cannot be read; nothing was booked',
  },
  noCheckLine: {
    kind: 'invalid',
    zh: '最后一行不是校验行，文件可能不完整；没有登记任何一行',
    en: 'The last line is no check line, so the file may be cut off; nothing was booked',
  },
  changedFile: {
    kind: 'invalid',
    zh: '校验值不符，文件在生成之后被改动过；没有登记任何一行。请向银行重新取得文件',
    en: 'The check value does not agree: the file was changed after it was made; nothing was booked. Ask the bank for it again',
  },
  wrongSum: {
    kind: 'invalid',
    zh: '校验行写着 {rowsStated} 行 {sumStated} 元，文件里是 {rows} 行 {sum} 元；没有登记任何一行',
    en: 'The check line states {rowsStated} rows and {sumStated} yuan, the file has {rows} and {sum}; nothing was booked',
  },
  settled: { kind: 'conflict', zh: '这一行已经处理过', en: 'This row has been settled already' },
  cannotBook: {
    kind: 'conflict',
    zh: '这一行不能登记：{why}。请与银行核对后注明不登记，等银行更正的文件',
    en: 'This row cannot be booked: {why}. Clear it with the bank, set it aside and wait for a corrected file',
  },
  tooMuch: {
    kind: 'invalid',
    zh: '最多 {most} 元：不能超过已付而尚未追回的部分',
    en: 'At most {most} yuan: no more than was paid and is not yet claimed back',
  },
  badDay: {
    kind: 'invalid',
    zh: '日期不合适：{day}',
    en: 'This day will not do: {day}',
  },
  receiptTaken: {
    kind: 'conflict',
    zh: '这个流水号已经登记过，不会重复计算',
    en: 'This reference has been recorded already and is not counted twice',
  },
})
