import { describe, expect, it } from '@jest/globals'
import { addressProblem } from '../../../src/webhooks/address.ts'
import { isReachable, networksIn } from '../../../src/webhooks/networks.ts'

const none = networksIn('')

describe('the address of a receiver', () => {
  it.each([
    'https://www.example.gov.cn/hooks?site=1',
    'http://hooks.example.gov.cn:8080/',
    'https://8.8.8.8/hooks',
    'https://[2400:3200::1]/hooks',
  ])('may be %s', (url) => {
    expect(addressProblem(url, none)).toBeUndefined()
  })

  it.each([
    ['', '请填写'],
    [undefined, '请填写'],
    ['www.example.gov.cn/hooks', '不是有效的网址'],
    ['ftp://example.gov.cn/', 'https:// 或 http://'],
    ['javascript:alert(1)', 'https:// 或 http://'],
    ['https://name:word@example.gov.cn/', '用户名和密码'],
    ['https://example.gov.cn/#top', '#'],
    [`https://example.gov.cn/${'x'.repeat(2_000)}`, '不能超过'],
    ['http://127.0.0.1:3000/api', '不是公网地址'],
    ['http://2130706433/', '不是公网地址'],
    ['http://0x7f.1/', '不是公网地址'],
    ['http://localhost/', '不是公网地址'],
    ['http://10.1.2.3/', '不是公网地址'],
    ['http://169.254.169.254/latest/meta-data', '不是公网地址'],
    ['http://[::1]/', '不是公网地址'],
    ['http://[::ffff:127.0.0.1]/', '不是公网地址'],
    ['http://[fd00::1]/', '不是公网地址'],
  ])('may not be %j', (url, problem) => {
    expect(addressProblem(url, none)).toContain(problem)
  })

  it('may be in a network that the operator names, and in no other', () => {
    const allowed = networksIn('10.8.0.0/16, fd00::/8 192.168.1.5')
    expect(addressProblem('http://10.8.200.1/', allowed)).toBeUndefined()
    expect(addressProblem('http://[fd12::1]/', allowed)).toBeUndefined()
    expect(addressProblem('http://192.168.1.5/', allowed)).toBeUndefined()
    expect(addressProblem('http://192.168.1.6/', allowed)).toContain('WEBHOOK_NETWORKS')
    expect(addressProblem('http://10.9.0.1/', allowed)).toContain('WEBHOOK_NETWORKS')
    expect(isReachable('::ffff:10.8.0.1', allowed)).toBe(true)
  })

  it.each(['10.0.0', '10.0.0.0/33', 'fd00::/129', 'example.gov.cn', '10.0.0.0/x'])(
    'a network is not written as %s',
    (text) => {
      expect(() => networksIn(text)).toThrow(text)
    },
  )
})
