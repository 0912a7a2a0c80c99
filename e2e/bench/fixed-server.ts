/**
 * A process of its own that answers every GET with the bytes it was started with. It does not even read what it is asked,
 * since whatever it takes of the machine is missing to the clients that are measured on it.
 */
import { createServer } from 'node:net'

const endOfHead = '\r\n\r\n'

process.once('message', (body: string) => {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nopc-request-id: bench\r\ncontent-length: ${Buffer.byteLength(body)}`
  const answer = Buffer.from(head + endOfHead + body)
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('data', (part: Buffer) => {
      if (part.subarray(-endOfHead.length).equals(Buffer.from(endOfHead))) socket.write(answer)
    })
    socket.on('error', () => socket.destroy()) // a client that is gone
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' ? address?.port : undefined)
  })
})
