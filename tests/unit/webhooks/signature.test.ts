import { describe, expect, it } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { isSecret, newSecret, signedHeaders } from '../../../src/webhooks/signature.ts'

describe('a signature', () => {
  it('is the one of the vector that Standard Webhooks publishes', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    }
    expect(signedHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], message)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  const message = { id: 'evt_1', at: new Date(), body: '{"标题":"公开"}' }

  it('is taken by the reference library, with either secret while one is changed', () => {
    const [now, before] = [newSecret(), newSecret()]
    const headers = signedHeaders([now, before], message)
    for (const secret of [now, before]) {
      expect(new Webhook(secret).verify(message.body, headers)).toEqual({ 标题: '公开' })
    }
  })

  it.each([
    ['another secret', {}, newSecret()],
    ['another body', { body: '{"标题":"公开了"}' }, undefined],
    ['another id', { id: 'evt_2' }, undefined],
    ['another time', { at: new Date(Date.now() - 5_000) }, undefined],
  ])('proves nothing of %s', (_, change, other) => {
    const secret = newSecret()
    const signed = signedHeaders([secret], message)
    const told = signedHeaders([secret], { ...message, ...change })
    const headers = { ...told, 'webhook-signature': signed['webhook-signature'] ?? '' }
    const body = { ...message, ...change }.body
    const verify = () => new Webhook(other ?? secret).verify(body, headers)
    expect(verify).toThrow('No matching signature found')
  })
})

it.each([
  [newSecret(), true],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', true],
  ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', false],
  ['whsec_\u0003\u00ff', false],
  ['', false],
])('%j is a secret: %s', (text, expected) => {
  expect(isSecret(text)).toBe(expected)
})
