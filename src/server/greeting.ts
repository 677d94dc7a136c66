import type { Environment } from '../environment.ts'
import type { DemoAccount } from '../sample/seed.ts'

/** What a person at the terminal is told once the site is up. */
export function greeting(environment: Environment, accounts: DemoAccount[] | undefined): string {
  const { role, publicUrl, sample } = environment
  const lines = ['', '公开 Gongkai is up.', '']
  if (role === 'all') lines.push(`  网站 Website      ${publicUrl}/`)
  if (role !== 'delivery') lines.push(`  后台 Admin        ${publicUrl}/admin`)
  if (role !== 'admin') lines.push(`  公开接口 API      ${publicUrl}/v1/reports`)
  if (sample && role === 'all') lines.push(...sampleAddresses(publicUrl))
  if (sample && role !== 'delivery' && accounts) lines.push(...demoAccounts(accounts))
  return `${lines.join('\n')}\n`
}

function sampleAddresses(publicUrl: string): string[] {
  const report = `${publicUrl}/v1/reports/yingqiu/2020`
  return [
    `  示例报告 Report   ${report}`,
    `  公众号文章 WeChat ${report}/wechat`,
    `  文章预览 Preview  ${report}/wechat?format=html`,
  ]
}

const demoAccounts = (accounts: DemoAccount[]): string[] => [
  '',
  '  演示账号 Demo accounts (shown once):',
  ...accounts.map(({ email, name, password }) => `    ${email.padEnd(24)} ${password}   ${name}`),
]
