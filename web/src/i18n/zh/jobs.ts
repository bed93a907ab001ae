export const jobs = {
  title: '找工作',
}
