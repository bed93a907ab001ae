import type { DemoRole } from '@renshu/server'

/** What `renshu start` says of a made-up city, in Chinese. `en-demo.ts` has the same keys. */
export const zhDemo = {
  making: (city: string) => `正在生成演示用的${city}：机构和用人单位均为虚构，只做一次……`,
  intro: '这是演示数据，可用下面的账号登录。输入手机号，验证码会显示在登录页上；经办人员还要用密钥做第二步验证。',
  columns: ['角色', '手机号', '姓名', '单位或辖区', '第二步验证的密钥'],
  wholeCity: '全市',
  roles: {
    administrator: '管理员（市人社局）',
    districtOfficer: '区市经办',
    employerOwner: '用人单位 管理员',
    employerRecruiter: '用人单位 招聘',
    employerViewer: '用人单位 只看',
    agencyOwner: '人力资源机构',
    parkOperator: '园区运营',
    schoolOwner: '院校',
    seeker: '求职者',
  } satisfies Record<DemoRole, string>,
}
