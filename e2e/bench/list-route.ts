import { Agent } from 'node:http'
import { startGatehouse } from '@gatehouse/bff'
import Fastify from 'fastify'
import { getText } from './get-text.ts'
import { openStream, signIn, temporaryFolder } from './stack.ts'
import { paired, ratioText, throughput } from './statistics.ts'

const rounds = 7
const load = { calls: 400, inFlight: 16 }

/** `GET /api/desktop-pools` with a session, on a watched snapshot, against a bare Fastify route giving the same bytes. */
export async function benchListRoute() {
  const folder = await temporaryFolder()
  const gatehouse = await startGatehouse({ port: 0, dataFolder: folder.path, sandbox: { port: 0, life: false } })
  const cookie = await signIn(gatehouse, 'viewer')
  const agent = new Agent({ keepAlive: true })
  const watching = new AbortController()
  await openStream(gatehouse, { cookie, topics: ['desktop-pools'], signal: watching.signal })
  const body = await getText(`${gatehouse.url}/api/desktop-pools`, { cookie }, agent)

  const bare = Fastify()
  bare.get('/api/desktop-pools', (_, reply) => reply.type('application/json').send(body))
  const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' })

  const result = await paired(
    () => throughput(() => getText(`${gatehouse.url}/api/desktop-pools`, { cookie }, agent), load),
    () => throughput(() => getText(`${bareUrl}/api/desktop-pools`, { cookie }, agent), load),
    rounds,
  )
  watching.abort()
  agent.destroy()
  await bare.close()
  await gatehouse.close()
  await folder.remove()
  return [
    {
      name: `A list route (${(body.length / 1024).toFixed(0)} kB, session, permission, schema) / a bare Fastify route`,
      value: ratioText(result),
      aim: '',
      detail: `${result.a.toFixed(0)}/s against ${result.b.toFixed(0)}/s`,
    },
  ]
}
