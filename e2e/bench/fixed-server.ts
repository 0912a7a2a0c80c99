/** A process of its own that answers every request with the bytes it was started with, as plainly as Node can. */
import { createServer } from 'node:http'

process.once('message', (body: string) => {
  const bytes = Buffer.from(body)
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length, 'opc-request-id': 'bench' }
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, headers).end(bytes)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' ? address?.port : undefined)
  })
})
